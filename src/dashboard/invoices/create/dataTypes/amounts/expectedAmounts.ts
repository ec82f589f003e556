import type { Money } from '../../../../../contract/common.ts';
import { compareUnits, share } from '../../../detail/invoiceSums.ts';
import { fromMinorUnits, toMinorUnits } from '../../../detail/minorUnits.ts';
import type { AmountField } from './amountFields.ts';

/** The entered numbers; null if the text is no usable number. `tax` is the percent. */
export type EnteredAmounts = Readonly<Record<AmountField, number | null>>;

/** Whether shipping and cash on delivery are taxed, by Salla. */
export interface TaxedCosts {
  shippingCost: boolean;
  cashOnDeliveryCost: boolean;
}

/** The amount that follows from the others; `differs` is false while the field is empty. */
interface Suggestion {
  expected: Money;
  differs: boolean;
}

/** Null if the amount agrees, or the others don't determine it. */
export interface Suggestions {
  taxValue: Suggestion | null;
  total: Suggestion | null;
}

/**
 * Compares VAT and total with the other amounts. VAT = taxable base x rate, where the base includes shipping and cash
 * on delivery as the order taxes them; a VAT that agrees with another combination is accepted too. Total = all amounts
 * plus the entered VAT. Compared in minor units; a difference above 0.01 counts.
 */
export function findExpectedAmounts(
  entered: EnteredAmounts,
  taxed: TaxedCosts,
  currency: string,
): Suggestions {
  const { subTotal, shippingCost, cashOnDeliveryCost, tax, taxValue, total } = entered;
  if (subTotal === null || shippingCost === null || cashOnDeliveryCost === null) {
    return { taxValue: null, total: null };
  }
  const units = (amount: number) => toMinorUnits({ amount, currency });
  const sum = sumAmounts(entered, currency);
  const [goods, shipping, cash] = [units(subTotal), units(shippingCost), units(cashOnDeliveryCost)];
  const agrees = (typed: number, expected: bigint) =>
    compareUnits(units(typed), expected, currency).outcome === 'adds_up';
  const vat = (way: TaxedCosts, percent: number) => {
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
      tax === null ? [] : [taxed, ...taxedCostCombinations].map((way) => vat(way, tax)),
    ),
    total: suggest(total, sum === null ? [] : [sum]),
  };
}

/** The sum of the amounts and the VAT in minor units; null while one is missing. */
export function sumAmounts(entered: EnteredAmounts, currency: string): bigint | null {
  const { subTotal, shippingCost, cashOnDeliveryCost, taxValue } = entered;
  const amounts = [subTotal, shippingCost, cashOnDeliveryCost, taxValue];
  return amounts.reduce<bigint | null>(
    (sum, amount) =>
      sum === null || amount === null ? null : sum + toMinorUnits({ amount, currency }),
    0n,
  );
}

const taxedCostCombinations: readonly TaxedCosts[] = [true, false].flatMap((shippingCost) =>
  [true, false].map((cashOnDeliveryCost) => ({ shippingCost, cashOnDeliveryCost })),
);
