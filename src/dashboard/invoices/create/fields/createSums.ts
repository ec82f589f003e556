import type { Money } from '../../../../contract/common.ts';
import { compareUnits, share } from '../../detail/invoiceSums.ts';
import { fromMinorUnits, toMinorUnits } from '../../detail/minorUnits.ts';
import type { AmountField } from './amountFields.ts';

/** The typed numbers; null where nothing usable is typed. `tax` is the percent. */
export type Figures = Readonly<Record<AmountField, number | null>>;

/** Whether the order's costs are taxed, as Salla said it. */
export interface Taxed {
  shippingCost: boolean;
  cashOnDeliveryCost: boolean;
}

/** What a figure should be by the others; `differs` is false where nothing is typed yet. */
interface Suggestion {
  expected: Money;
  differs: boolean;
}

/** Null where the figure agrees, or where the others don't say what it should be. */
export interface Suggestions {
  taxValue: Suggestion | null;
  total: Suggestion | null;
}

/**
 * Holds the VAT and the total against the other figures. VAT = taxable base x rate, where the base has shipping and
 * cash on delivery as the order taxes them; a VAT that agrees with another way of taxing them is right as well, for
 * stores know their books. Total = all amounts and the VAT as typed. Counted in the smallest unit; a difference
 * above 0.01 counts.
 */
export function checkFigures(figures: Figures, taxed: Taxed, currency: string): Suggestions {
  const { subTotal, shippingCost, cashOnDeliveryCost, tax, taxValue, total } = figures;
  if (subTotal === null || shippingCost === null || cashOnDeliveryCost === null) {
    return { taxValue: null, total: null };
  }
  const units = (amount: number) => toMinorUnits({ amount, currency });
  const sum = sumOf(figures, currency);
  const [goods, shipping, cash] = [units(subTotal), units(shippingCost), units(cashOnDeliveryCost)];
  const agrees = (typed: number, expected: bigint) =>
    compareUnits(units(typed), expected, currency).outcome === 'adds_up';
  const vat = (way: Taxed, percent: number) => {
    const costs = (way.shippingCost ? shipping : 0n) + (way.cashOnDeliveryCost ? cash : 0n);
    return share(goods + costs, percent);
  };
  const suggest = (typed: number | null, allowed: readonly bigint[]): Suggestion | null => {
    const [expected] = allowed;
    if (expected === undefined) return null;
    if (typed !== null && allowed.some((one) => agrees(typed, one))) return null;
    return { expected: fromMinorUnits(expected, currency), differs: typed !== null };
  };
  return {
    taxValue: suggest(
      taxValue,
      tax === null ? [] : [taxed, ...waysOfTaxing].map((way) => vat(way, tax)),
    ),
    total: suggest(total, sum === null ? [] : [sum]),
  };
}

/** What the amounts and the VAT come to, in the smallest unit; null while one of them is missing. */
export function sumOf(figures: Figures, currency: string): bigint | null {
  const { subTotal, shippingCost, cashOnDeliveryCost, taxValue } = figures;
  const parts = [subTotal, shippingCost, cashOnDeliveryCost, taxValue];
  return parts.reduce<bigint | null>(
    (sum, amount) =>
      sum === null || amount === null ? null : sum + toMinorUnits({ amount, currency }),
    0n,
  );
}

const waysOfTaxing: readonly Taxed[] = [true, false].flatMap((shippingCost) =>
  [true, false].map((cashOnDeliveryCost) => ({ shippingCost, cashOnDeliveryCost })),
);
