import { expect, test } from 'vitest';
import {
  readDeliveryListSearch,
  readInvoiceListSearch,
  readNewInvoiceSearch,
  readSignInSearch,
  withPaging,
} from './paths.ts';

test('an address with every filter is read whole', () => {
  const raw = { from: '2026-01-01', to: '2026-01-31', orderId: '42', page: '3', perPage: '60' };
  expect(readInvoiceListSearch(raw)).toEqual({
    from: '2026-01-01',
    to: '2026-01-31',
    orderId: 42,
    page: 3,
    perPage: 60,
  });
});

test.each([
  ['a day that does not exist', { from: '2026-02-30' }],
  ['a day in another form', { from: '1/2/2026' }],
  ['an order number with letters', { orderId: '12a' }],
  ['a page below the first', { page: '0' }],
  ['a page that is no number', { page: 'x' }],
  ['a page size that is not offered', { perPage: '1000' }],
  ['the defaults', { page: '1', perPage: '15' }],
  ['what no page knows', { token: 'secret' }],
])('%s is left out of the address', (_, raw) => {
  expect(readInvoiceListSearch(raw)).toEqual({});
});

test('days the wrong way round are turned', () => {
  const search = readInvoiceListSearch({ from: '2026-02-01', to: '2026-01-01' });
  expect(search).toEqual({ from: '2026-01-01', to: '2026-02-01' });
});

test('the API is asked with the paging said, in the same order whatever the address has', () => {
  const asked = withPaging(readInvoiceListSearch({ perPage: '30', orderId: '7' }));
  expect(Object.entries(asked)).toEqual([
    ['orderId', 7],
    ['page', 1],
    ['perPage', 30],
  ]);
});

test('resends are filtered by a state that exists', () => {
  expect(readDeliveryListSearch({ state: 'failed' })).toEqual({ state: 'failed' });
  expect(readDeliveryListSearch({ state: 'delivered' })).toEqual({});
});

test('a new invoice is for an order, and a tax invoice unless the address says otherwise', () => {
  const creditNote = { orderId: '1557892161', type: 'credit_note' };
  expect(readNewInvoiceSearch(creditNote)).toEqual({ orderId: 1557892161, type: 'credit_note' });
  expect(readNewInvoiceSearch({ orderId: '7', type: 'tax_invoice' })).toEqual({ orderId: 7 });
});

test.each([
  ['an order that is no id', { orderId: '-7' }],
  ['a type that can’t be created', { type: 'other' }],
])('%s is left out of a new invoice’s address', (_, raw) => {
  expect(readNewInvoiceSearch(raw)).toEqual({});
});

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'invoices'])(
  'signing in does not lead to %s',
  (returnTo) => {
    expect(readSignInSearch({ returnTo })).toEqual({});
  },
);

test('signing in leads back to the page that was asked for', () => {
  const returnTo = '/invoices/7?from=list';
  expect(readSignInSearch({ returnTo })).toEqual({ returnTo });
});
