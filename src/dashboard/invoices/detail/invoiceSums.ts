import type { Money } from '../../../contract/common.ts';
import { currencyDigits } from '../../../contract/currencyDigits.ts';
import type { Invoice } from '../../../contract/invoice.ts';
import { fromMinorUnits, toMinorUnits } from './minorUnits.ts';

/** The amounts that a check needs and the invoice lacks. */
type MissingAmount =
  | 'subTotal'
  | 'shipping'
  | 'cashOnDelivery'
  | 'discount'
  | 'tax'
  | 'total'
  | 'oneCurrency';

export type SumCheck =
  | { outcome: 'adds_up' }
  | { outcome: 'differs'; expected: Money; difference: Money }
  | { outcome: 'unknown'; missing: readonly MissingAmount[] };

type Amounts = Pick<
  Invoice,
  'subTotal' | 'shipping' | 'cashOnDelivery' | 'discount' | 'shippingDiscount' | 'tax' | 'total'
>;

type SumChecks = { vat: SumCheck; total: SumCheck };

/**
 * Checks an invoice's VAT and total against its amounts (Salla: what can be checked on an invoice). VAT = taxable base
 * x rate; base = subtotal + shipping + cash on delivery - discounts, without untaxed charges; total = base + VAT +
 * those charges. Computed in minor units; a difference above 0.01 counts. The total is checked with the stated VAT, so
 * that one wrong amount is reported once. The amounts may already include the shipping discount.
 */
export function checkSums(invoice: Amounts): SumChecks {
  return checkWith(countsShippingDiscount(invoice) ? invoice : withoutShippingDiscount(invoice));
}

/** Whether the shipping discount must still be subtracted: the amounts add up with it, or don't without it either. */
export function countsShippingDiscount(invoice: Amounts): boolean {
  if (invoice.shippingDiscount === null || addsUp(checkWith(invoice))) return true;
  return !addsUp(checkWith(withoutShippingDiscount(invoice)));
}

function withoutShippingDiscount(invoice: Amounts): Amounts {
  return { ...invoice, shippingDiscount: null };
}

function addsUp({ vat, total }: SumChecks): boolean {
  return vat.outcome === 'adds_up' && total.outcome === 'adds_up';
}

function checkWith(invoice: Amounts): SumChecks {
  const inputs = toSumInputs(invoice);
  if ('missing' in inputs) {
    const unknown = { outcome: 'unknown', missing: inputs.missing } as const;
    return { vat: unknown, total: unknown };
  }
  const { base, untaxed, percent, vat, total, currency } = inputs;
  return {
    vat: compareUnits(vat, share(base, percent), currency),
    total: compareUnits(total, base + vat + untaxed, currency),
  };
}

type SumInputs = {
  base: bigint;
  untaxed: bigint;
  percent: number;
  vat: bigint;
  total: bigint;
  currency: string;
};

function toSumInputs(invoice: Amounts): SumInputs | { missing: readonly MissingAmount[] } {
  const { subTotal, shipping, cashOnDelivery, discount, shippingDiscount, tax, total } = invoice;
  if (!subTotal || !shipping || !cashOnDelivery || !discount || !tax || !total) {
    const named = { subTotal, shipping, cashOnDelivery, discount, tax, total };
    const names = ['subTotal', 'shipping', 'cashOnDelivery', 'discount', 'tax', 'total'] as const;
    return { missing: names.filter((name) => named[name] === null) };
  }
  const offShipping = shippingDiscount ?? { amount: 0, currency: total.currency };
  const all = [subTotal, shipping, cashOnDelivery, discount, offShipping, tax.amount, total];
  if (all.some(({ currency }) => currency !== total.currency)) return { missing: ['oneCurrency'] };
  const charges = [
    { units: toMinorUnits(shipping) - toMinorUnits(offShipping), taxable: shipping.taxable },
    { units: toMinorUnits(cashOnDelivery), taxable: cashOnDelivery.taxable },
  ];
  const sumOf = (taxable: boolean) =>
    charges.filter((one) => one.taxable === taxable).reduce((sum, { units }) => sum + units, 0n);
  return {
    base: toMinorUnits(subTotal) + sumOf(true) - toMinorUnits(discount),
    untaxed: sumOf(false),
    percent: tax.percent,
    vat: toMinorUnits(tax.amount),
    total: toMinorUnits(total),
    currency: total.currency,
  };
}

const percentScale = 10_000;

/** `percent` of an amount in minor units, halves rounded away from zero. */
export function share(units: bigint, percent: number): bigint {
  const whole = BigInt(100 * percentScale);
  const product = units * BigInt(Math.round(percent * percentScale));
  const half = product < 0n ? -whole / 2n : whole / 2n;
  return (product + half) / whole;
}

/** Compares two amounts in minor units; a difference above 0.01 counts. */
export function compareUnits(actual: bigint, expected: bigint, currency: string): SumCheck {
  const difference = actual - expected;
  const hundredth = BigInt(Math.floor(10 ** currencyDigits(currency) / 100));
  const distance = difference < 0n ? -difference : difference;
  if (distance <= hundredth) return { outcome: 'adds_up' };
  return {
    outcome: 'differs',
    expected: fromMinorUnits(expected, currency),
    difference: fromMinorUnits(difference, currency),
  };
}
