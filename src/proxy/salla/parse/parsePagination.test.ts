import { expect, it } from 'vitest';
import { parsePagination } from './parsePagination.ts';
import { WireList } from './wire.ts';

const whole = { count: 15, total: 240, perPage: 15, currentPage: 2, totalPages: 16 };
const page = { number: 2, size: 15, totalItems: 240, totalPages: 16 };

it.each([
  ['links as an object', { ...whole, links: { next: 'https://x' } }, page],
  ['links as an empty object', { ...whole, links: {} }, page],
  ['links as a list', { ...whole, links: [] }, page],
  ['numbers as text', { ...whole, total: '240', currentPage: '2', perPage: '15' }, page],
  ['no total pages', { ...whole, totalPages: undefined }, page],
  ['nothing', undefined, { number: 2, size: 15, totalItems: 22, totalPages: 2 }],
  ['null', null, { number: 2, size: 15, totalItems: 22, totalPages: 2 }],
  ['a list', [], { number: 2, size: 15, totalItems: 22, totalPages: 2 }],
  [
    'no invoices',
    { ...whole, total: 0, totalPages: 1, currentPage: 1 },
    { number: 1, size: 15, totalItems: 0, totalPages: 0 },
  ],
])('reads a pagination with %s', (_what, pagination, expected) => {
  const wire = WireList.parse({ data: [], pagination });
  expect(parsePagination(wire.pagination, { page: 2, perPage: 15 }, 7)).toEqual(expected);
});
