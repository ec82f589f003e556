import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountFields, parseAmounts } from './amountFields.ts';
import { findExpectedAmounts } from './expectedAmounts.ts';

test('invalid amounts are null', () => {
  const texts = {
    subTotal: '1,00,000',
    shippingCost: '-1',
    cashOnDeliveryCost: '1.005',
    tax: '',
    total: '١٢',
  };
  expect(parseAmounts(texts, 'SAR')).toEqual({
    subTotal: null,
    shippingCost: null,
    cashOnDeliveryCost: null,
    tax: null,
    taxValue: null,
    total: 12,
  });
  expect(parseAmounts(texts, 'KWD').cashOnDeliveryCost).toBe(1.005);
});

test('a number beyond any invoice is null', () => {
  const endless = { subTotal: '9'.repeat(400), shippingCost: '10000000000', total: '9999999999' };
  expect(parseAmounts(endless, 'SAR')).toMatchObject({
    subTotal: null,
    shippingCost: null,
    total: 9_999_999_999,
  });
});

test('no text makes parsing throw', () => {
  const number = fc.oneof(fc.double().map(String), fc.bigInt().map(String), fc.string());
  const typed = fc.record(Object.fromEntries(amountFields.map((name) => [name, number])));
  const taxed = { shippingCost: true, cashOnDeliveryCost: false };
  fc.assert(
    fc.property(typed, fc.constantFrom('SAR', 'KWD', 'JPY'), (texts, currency) => {
      expect(findExpectedAmounts(parseAmounts(texts, currency), taxed, currency)).toHaveProperty(
        'total',
      );
    }),
  );
});
