import type { Money } from '../../contract/common.ts';
import { currencyDigits } from '../../contract/currencyDigits.ts';
import type { Invoice } from '../../contract/invoice.ts';
import { fromMinorUnits, toMinorUnits } from './minorUnits.ts';

/** The amounts that a check needs and the invoice does not say. */
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
  'subTotal' | 'shipping' | 'cashOnDelivery' | 'discount' | 'tax' | 'total'
>;

/**
 * Whether an invoice's VAT and total follow from its amounts (Salla: what can be checked on an
 * invoice). VAT = taxable base x rate; base = subtotal + shipping + cash on delivery - discount,
 * charges that are not taxable left out; total = base + VAT + those charges. Counted in the
 * smallest unit; a difference above 0.01 counts. The total is held against the VAT as stated, so
 * one wrong figure is told once.
 */
export function checkSums(invoice: Amounts): { vat: SumCheck; total: SumCheck } {
  const parts = readParts(invoice);
  if ('missing' in parts) {
    const unknown = { outcome: 'unknown', missing: parts.missing } as const;
    return { vat: unknown, total: unknown };
  }
  const { base, untaxed, percent, vat, total, currency } = parts;
  return {
    vat: compareUnits(vat, share(base, percent), currency),
    total: compareUnits(total, base + vat + untaxed, currency),
  };
}

type Parts = {
  base: bigint;
  untaxed: bigint;
  percent: number;
  vat: bigint;
  total: bigint;
  currency: string;
};

function readParts(invoice: Amounts): Parts | { missing: readonly MissingAmount[] } {
  const { subTotal, shipping, cashOnDelivery, discount, tax, total } = invoice;
  if (!subTotal || !shipping || !cashOnDelivery || !discount || !tax || !total) {
    const named = { subTotal, shipping, cashOnDelivery, discount, tax, total };
    const names = ['subTotal', 'shipping', 'cashOnDelivery', 'discount', 'tax', 'total'] as const;
    return { missing: names.filter((name) => named[name] === null) };
  }
  const all = [subTotal, shipping, cashOnDelivery, discount, tax.amount, total];
  if (all.some(({ currency }) => currency !== total.currency)) return { missing: ['oneCurrency'] };
  const charges = [shipping, cashOnDelivery];
  const sum = (amounts: Money[]) => amounts.map(toMinorUnits).reduce((a, b) => a + b, 0n);
  return {
    base: sum([subTotal, ...charges.filter((charge) => charge.taxable)]) - toMinorUnits(discount),
    untaxed: sum(charges.filter((charge) => !charge.taxable)),
    percent: tax.percent,
    vat: toMinorUnits(tax.amount),
    total: toMinorUnits(total),
    currency: total.currency,
  };
}

const percentScale = 10_000;

/** `percent` of an amount, rounded to the smallest unit, halves away from zero. */
export function share(units: bigint, percent: number): bigint {
  const whole = BigInt(100 * percentScale);
  const product = units * BigInt(Math.round(percent * percentScale));
  const half = product < 0n ? -whole / 2n : whole / 2n;
  return (product + half) / whole;
}

/** Both in the currency's smallest unit; a difference above 0.01 counts. */
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
