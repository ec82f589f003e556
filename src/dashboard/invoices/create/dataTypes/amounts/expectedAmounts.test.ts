import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EnteredAmounts, findExpectedAmounts, type TaxedCosts } from './expectedAmounts.ts';

const sar = (amount: number) => ({ amount, currency: 'SAR' });
const allTaxed: TaxedCosts = { shippingCost: true, cashOnDeliveryCost: true };
const nothing = { taxValue: null, total: null };

/** 130 + 23 + 10, VAT 24.45. */
const entered: EnteredAmounts = {
  subTotal: 130,
  shippingCost: 23,
  cashOnDeliveryCost: 10,
  tax: 15,
  taxValue: 24.45,
  total: 187.45,
};

const units = fc.integer({ min: 0, max: 999_999_999 });
const percents = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
const ways = fc.record({ shippingCost: fc.boolean(), cashOnDeliveryCost: fc.boolean() });
const currencies = fc.constantFrom('SAR', 'KWD', 'JPY');
const decimals: Record<string, number> = { SAR: 2, KWD: 3, JPY: 0 };

/** Any amounts that were summed in minor units, and which of the costs were taxed. */
const added = fc
  .tuple(units, units, units, percents, ways, currencies)
  .map(([goods, shipping, cash, percent, taxed, currency]) => {
    const costs = (taxed.shippingCost ? shipping : 0) + (taxed.cashOnDeliveryCost ? cash : 0);
    const hundredths = BigInt(goods + costs) * BigInt(Math.round(percent * 100));
    const vat = Number((hundredths + 5_000n) / 10_000n);
    const scale = 10 ** (decimals[currency] ?? 2);
    const typed: EnteredAmounts = {
      subTotal: goods / scale,
      shippingCost: shipping / scale,
      cashOnDeliveryCost: cash / scale,
      tax: percent,
      taxValue: vat / scale,
      total: (goods + shipping + cash + vat) / scale,
    };
    return { typed, taxed, currency };
  });

describe('expected amounts', () => {
  it('are null if the amounts add up', () => {
    expect(findExpectedAmounts(entered, allTaxed, 'SAR')).toEqual(nothing);
    fc.assert(
      fc.property(added, ({ typed, taxed, currency }) => {
        expect(findExpectedAmounts(typed, taxed, currency)).toEqual(nothing);
      }),
    );
  });

  it('accept a VAT computed with other taxed costs', () => {
    fc.assert(
      fc.property(added, ways, ({ typed, currency }, taxed) => {
        expect(findExpectedAmounts(typed, taxed, currency)).toEqual(nothing);
      }),
    );
  });

  it('give the VAT by the order’s taxed costs', () => {
    const wrong = { ...entered, taxValue: 20, total: 183 };
    expect(findExpectedAmounts(wrong, allTaxed, 'SAR')).toEqual({
      taxValue: { expected: sar(24.45), differs: true },
      total: null,
    });
    const untaxed = { shippingCost: false, cashOnDeliveryCost: true };
    expect(findExpectedAmounts(wrong, untaxed, 'SAR').taxValue?.expected).toEqual(sar(21));
  });

  it('give the total with the entered VAT', () => {
    const wrong = { ...entered, total: 187.5 };
    expect(findExpectedAmounts(wrong, allTaxed, 'SAR')).toEqual({
      taxValue: null,
      total: { expected: sar(187.45), differs: true },
    });
  });

  it('tolerate a difference of 0.01 and no more', () => {
    const total = (amount: number) =>
      findExpectedAmounts({ ...entered, total: amount }, allTaxed, 'SAR').total;
    expect(total(187.46)).toBeNull();
    expect(total(187.47)).not.toBeNull();
  });

  it('accept 0 %', () => {
    expect(
      findExpectedAmounts({ ...entered, tax: 0, taxValue: 0, total: 163 }, allTaxed, 'SAR'),
    ).toEqual(nothing);
  });

  it('suggest a missing amount without a warning', () => {
    expect(
      findExpectedAmounts({ ...entered, taxValue: null, total: null }, allTaxed, 'SAR'),
    ).toEqual({
      taxValue: { expected: sar(24.45), differs: false },
      total: null,
    });
    expect(findExpectedAmounts({ ...entered, total: null }, allTaxed, 'SAR').total).toEqual({
      expected: sar(187.45),
      differs: false,
    });
  });

  it('are null while an amount is missing', () => {
    expect(
      findExpectedAmounts({ ...entered, shippingCost: null, total: 1 }, allTaxed, 'SAR'),
    ).toEqual(nothing);
    expect(findExpectedAmounts({ ...entered, tax: null }, allTaxed, 'SAR')).toEqual(nothing);
  });

  it('are accepted when entered, whatever the other amounts', () => {
    const wrong = fc.record({ taxValue: units, total: units });
    fc.assert(
      fc.property(added, wrong, ways, ({ typed, currency }, { taxValue, total }, taxed) => {
        const first = findExpectedAmounts({ ...typed, taxValue, total }, taxed, currency);
        const withVat = { ...typed, total, taxValue: first.taxValue?.expected.amount ?? taxValue };
        const second = findExpectedAmounts(withVat, taxed, currency);
        const withTotal = { ...withVat, total: second.total?.expected.amount ?? total };
        expect(findExpectedAmounts(withTotal, taxed, currency)).toEqual(nothing);
      }),
    );
  });
});
