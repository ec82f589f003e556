import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortRefusal } from './refusal.ts';

const nothing = { inputs: [], orderId: null, type: null, store: [], others: [] };

test('what is said of a field stands at it, in the order of the fields', () => {
  const fields = { total: ['مطلوب'], invoiceNumber: ['رقم الفاتورة مكرر'] };
  expect(sortRefusal(fields, 'data')).toEqual({
    ...nothing,
    inputs: [
      { name: 'invoiceNumber', message: 'رقم الفاتورة مكرر' },
      { name: 'total', message: 'مطلوب' },
    ],
  });
});

test('order and type have their own places', () => {
  const fields = { orderId: ['رقم الطلب خاطئ'], type: ['تم اصدار فاتورة للطلب سابقا'] };
  expect(sortRefusal(fields, 'order')).toEqual({
    ...nothing,
    orderId: 'رقم الطلب خاطئ',
    type: 'تم اصدار فاتورة للطلب سابقا',
  });
});

test.each([
  ['dataType', 'issuance'],
  ['invoiceProvider', 'invoiceProvider'],
  ['order', 'order'],
])('%s is about the store, not about a field', (name, reason) => {
  const refusal = sortRefusal({ [name]: ['لا'] }, 'url');
  expect(refusal).toEqual({ ...nothing, store: [{ reason, message: 'لا' }] });
});

test('a field that the data type doesn’t show is said all the same', () => {
  const refusal = sortRefusal({ url: ['يجب أن ينتهي'] }, 'data');
  expect(refusal).toEqual({ ...nothing, others: [{ name: 'url', message: 'يجب أن ينتهي' }] });
});

test('no message gets lost, whatever fields it is about', () => {
  const name = fc.oneof(fc.constantFrom('total', 'url', 'type', 'order', 'dataType'), fc.string());
  const fields = fc.dictionary(name, fc.array(fc.uuid(), { minLength: 1 }));
  const dataType = fc.constantFrom('order', 'data', 'url', 'file', null);
  fc.assert(
    fc.property(fields, dataType, (said, chosen) => {
      const shown = JSON.stringify(sortRefusal(said, chosen));
      for (const message of Object.values(said).flat()) expect(shown).toContain(message);
    }),
  );
});
