import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortRefusal } from './refusal.ts';

const nothing = { inputs: [], orderId: null, type: null, store: [], others: [] };

test('messages about fields are sorted in form order', () => {
  const fields = { total: ['مطلوب'], invoiceNumber: ['رقم الفاتورة مكرر'] };
  expect(sortRefusal(fields, 'data')).toEqual({
    ...nothing,
    inputs: [
      { name: 'invoiceNumber', message: 'رقم الفاتورة مكرر' },
      { name: 'total', message: 'مطلوب' },
    ],
  });
});

test('messages about order and type are kept apart', () => {
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
])('%s is a reason about the store, not a field', (name, reason) => {
  const refusal = sortRefusal({ [name]: ['لا'] }, 'url');
  expect(refusal).toEqual({ ...nothing, store: [{ reason, message: 'لا' }] });
});

test('messages about hidden fields are kept', () => {
  const refusal = sortRefusal({ url: ['يجب أن ينتهي'] }, 'data');
  expect(refusal).toEqual({ ...nothing, others: [{ name: 'url', message: 'يجب أن ينتهي' }] });
});

test('no message is dropped, whatever field it names', () => {
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
