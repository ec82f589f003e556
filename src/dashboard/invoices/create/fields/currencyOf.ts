import type { Order } from '../../../../contract/order.ts';

/** The order's currency; riyals where it names no amount at all. */
export function currencyOf({ total, amounts }: Order): string {
  const { subTotal, shipping, cashOnDelivery, tax } = amounts;
  const said = [total, amounts.total, subTotal, shipping, cashOnDelivery, tax?.amount ?? null];
  return said.find((money) => money !== null)?.currency ?? 'SAR';
}
