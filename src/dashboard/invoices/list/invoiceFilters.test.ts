import { expect, test } from 'vitest';
import { activeFilters, filterKey, withoutFilter, withoutFilters } from './invoiceFilters.ts';

test('either day makes the dates active, and paging is no filter', () => {
  expect(activeFilters({})).toEqual([]);
  expect(activeFilters({ from: '2026-11-01', to: '2026-11-02' })).toEqual(['dates']);
  expect(activeFilters({ to: '2026-11-02', orderId: 7 })).toEqual(['dates', 'order']);
});

test('one filter is removed with all of its fields, or all filters at once', () => {
  const search = { from: '2026-11-01', to: '2026-11-02', orderId: 7, perPage: 60 };
  expect({ ...search, ...withoutFilter('dates') }).toEqual({ orderId: 7, perPage: 60 });
  expect({ ...search, ...withoutFilters }).toEqual({ perPage: 60 });
});

test('the key is equal only for equal filters, whatever their order', () => {
  const key = filterKey({ from: '2026-11-01', orderId: 7 });
  expect(filterKey({ orderId: 7, from: '2026-11-01' })).toBe(key);
  expect(filterKey({ to: '2026-11-01', orderId: 7 })).not.toBe(key);
  expect(filterKey({ from: '2026-11-01' })).not.toBe(key);
});
