import { describe, expect, it } from 'vitest';
import type { Figures } from './createSums.ts';
import { creditedTooMuch, type FigureRules, figuresToCheck, percentMeant } from './figureRules.ts';

const invoice: Figures = {
  subTotal: 130,
  shippingCost: 23,
  cashOnDeliveryCost: 10,
  tax: 15,
  taxValue: 24.45,
  total: 187.45,
};
const taxed = { shippingCost: true, cashOnDeliveryCost: true };
const rules: FigureRules = { currency: 'SAR', taxed, corrected: invoice };

describe('the figures of a credit note', () => {
  it('may be as high as the invoice’s, and lower', () => {
    expect(figuresToCheck(invoice, rules)).toEqual([]);
    expect(
      figuresToCheck({ ...invoice, subTotal: 30, taxValue: 9.45, total: 72.45 }, rules),
    ).toEqual([]);
  });

  it('are to be checked where the invoice has less', () => {
    const more = { ...invoice, subTotal: 230, taxValue: 39.45, total: 302.45 };
    expect(figuresToCheck(more, rules)).toEqual(['subTotal', 'taxValue', 'total']);
    expect(creditedTooMuch('total', more, rules)).toEqual({ amount: 187.45, currency: 'SAR' });
    expect(creditedTooMuch('total', { ...invoice, total: 187.46 }, rules)).not.toBeNull();
  });

  it('are held against nothing where the invoice says none', () => {
    const more = { ...invoice, subTotal: 230, taxValue: 39.45, total: 302.45 };
    expect(figuresToCheck(more, { ...rules, corrected: null })).toEqual([]);
  });
});

it('names the VAT and the total where the others give something else, and nothing that is missing', () => {
  expect(figuresToCheck({ ...invoice, taxValue: 20, total: 180 }, rules)).toEqual([
    'taxValue',
    'total',
  ]);
  expect(figuresToCheck({ ...invoice, taxValue: null, total: null }, rules)).toEqual([]);
});

it('takes a part of 1 for a percent that was meant', () => {
  const meant = (tax: number | null) => percentMeant({ ...invoice, tax });
  expect([0.15, 0.075, 0, 1, 15, null].map(meant)).toEqual([15, 7.5, null, null, null, null]);
  expect(figuresToCheck({ ...invoice, tax: 0.15 }, { ...rules, corrected: null })).toEqual([
    'tax',
    'taxValue',
  ]);
});
