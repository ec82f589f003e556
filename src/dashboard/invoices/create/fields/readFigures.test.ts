import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountFields } from './amountFields.ts';
import { checkFigures } from './createSums.ts';
import { readFigures } from './readFigures.ts';

test('what would be refused is not counted with', () => {
  const texts = {
    subTotal: '1,00,000',
    shippingCost: '-1',
    cashOnDeliveryCost: '1.005',
    tax: '',
    total: '١٢',
  };
  expect(readFigures(texts, 'SAR')).toEqual({
    subTotal: null,
    shippingCost: null,
    cashOnDeliveryCost: null,
    tax: null,
    taxValue: null,
    total: 12,
  });
  expect(readFigures(texts, 'KWD').cashOnDeliveryCost).toBe(1.005);
});

test('a number beyond any invoice is none', () => {
  const endless = { subTotal: '9'.repeat(400), shippingCost: '10000000000', total: '9999999999' };
  expect(readFigures(endless, 'SAR')).toMatchObject({
    subTotal: null,
    shippingCost: null,
    total: 9_999_999_999,
  });
});

test('whatever is typed, the check goes on', () => {
  const number = fc.oneof(fc.double().map(String), fc.bigInt().map(String), fc.string());
  const typed = fc.record(Object.fromEntries(amountFields.map((name) => [name, number])));
  const taxed = { shippingCost: true, cashOnDeliveryCost: false };
  fc.assert(
    fc.property(typed, fc.constantFrom('SAR', 'KWD', 'JPY'), (texts, currency) => {
      expect(checkFigures(readFigures(texts, currency), taxed, currency)).toHaveProperty('total');
    }),
  );
});
