import { describe, expect, it } from 'vitest';
import {
  type AmountReference,
  findDoubtfulAmounts,
  findExceededCredit,
  findIntendedPercent,
} from './amountChecks.ts';
import type { EnteredAmounts } from './expectedAmounts.ts';

const invoice: EnteredAmounts = {
  subTotal: 130,
  shippingCost: 23,
  cashOnDeliveryCost: 10,
  tax: 15,
  taxValue: 24.45,
  total: 187.45,
};
const taxed = { shippingCost: true, cashOnDeliveryCost: true };
const reference: AmountReference = { currency: 'SAR', taxed, corrected: invoice };

describe('the amounts of a credit note', () => {
  it('may equal the invoice’s or be lower', () => {
    expect(findDoubtfulAmounts(invoice, reference)).toEqual([]);
    expect(
      findDoubtfulAmounts({ ...invoice, subTotal: 30, taxValue: 9.45, total: 72.45 }, reference),
    ).toEqual([]);
  });

  it('are doubtful if the invoice’s are lower', () => {
    const more = { ...invoice, subTotal: 230, taxValue: 39.45, total: 302.45 };
    expect(findDoubtfulAmounts(more, reference)).toEqual(['subTotal', 'taxValue', 'total']);
    expect(findExceededCredit('total', more, reference)).toEqual({
      amount: 187.45,
      currency: 'SAR',
    });
    expect(findExceededCredit('total', { ...invoice, total: 187.46 }, reference)).not.toBeNull();
  });

  it('are not compared if the invoice has none', () => {
    const more = { ...invoice, subTotal: 230, taxValue: 39.45, total: 302.45 };
    expect(findDoubtfulAmounts(more, { ...reference, corrected: null })).toEqual([]);
  });
});

it('VAT and total are doubtful if the other amounts give different ones, but not while missing', () => {
  expect(findDoubtfulAmounts({ ...invoice, taxValue: 20, total: 180 }, reference)).toEqual([
    'taxValue',
    'total',
  ]);
  expect(findDoubtfulAmounts({ ...invoice, taxValue: null, total: null }, reference)).toEqual([]);
});

it('a fraction of 1 is read as a percent', () => {
  const meant = (tax: number | null) => findIntendedPercent({ ...invoice, tax });
  expect([0.15, 0.075, 0, 1, 15, null].map(meant)).toEqual([15, 7.5, null, null, null, null]);
  expect(findDoubtfulAmounts({ ...invoice, tax: 0.15 }, { ...reference, corrected: null })).toEqual(
    ['tax', 'taxValue'],
  );
});
