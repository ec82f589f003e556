import type { Amounts, OrderLine } from './model.ts';

export function lineTotal(line: OrderLine): number {
  return line.product.price * line.quantity;
}

export function percentOf(percent: number, amount: number): number {
  return Math.round((amount * percent) / 100);
}

/**
 * The sums of an order: VAT on subtotal, shipping and cash on delivery less the discounts, where a charge
 * that is not taxable stays out of the base but not out of the total. Only shipping that is taxable is ever discounted.
 */
export function sums(
  lines: readonly OrderLine[],
  charges: Omit<Amounts, 'subTotal' | 'tax' | 'total'>,
): Amounts {
  const subTotal = lines.reduce((sum, line) => sum + lineTotal(line), 0);
  const costs = [charges.shipping, charges.cashOnDelivery];
  const taxed = costs.reduce((sum, cost) => sum + (cost.taxable ? cost.amount : 0), 0);
  const untaxed = costs.reduce((sum, cost) => sum + (cost.taxable ? 0 : cost.amount), 0);
  const base = subTotal + taxed - charges.discount - charges.shippingDiscount;
  const tax = percentOf(charges.taxPercent, base);
  return { subTotal, ...charges, tax, total: base + tax + untaxed };
}
