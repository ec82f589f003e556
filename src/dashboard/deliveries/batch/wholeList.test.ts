import { expect, test } from 'vitest';
import type { WholeList } from '../../api/batchQueries.ts';
import { withPage } from './wholeList.ts';

function read(known: WholeList<number> | undefined, data: number[], number: number, of: number) {
  const page = { number, size: 2, totalItems: of * 2, totalPages: of };
  return withPage(known, { data, page }, { count: of * 2, now: 7, idOf: (row) => row });
}

test('the first reading is shown as it comes', () => {
  const first = read(undefined, [1, 2], 1, 2);
  expect(first).toMatchObject({ rows: [1, 2], nextPage: 2 });
  expect(read(first, [3, 4], 2, 2)).toMatchObject({ rows: [1, 2, 3, 4], nextPage: null, count: 4 });
});

test('a later reading takes the place of the rows once it is whole', () => {
  const whole = read(read(undefined, [1, 2], 1, 2), [3, 4], 2, 2);
  const again = read(whole, [5, 1], 1, 3);
  expect(again.rows).toEqual([1, 2, 3, 4]);
  const all = read(read(again, [2, 3], 2, 3), [4], 3, 3);
  expect(all.rows).toEqual([5, 1, 2, 3, 4]);
});

test('a row that moved to the next page in between is there once', () => {
  const first = read(undefined, [1, 2], 1, 2);
  expect(read(first, [2, 3], 2, 2).rows).toEqual([1, 2, 3]);
});
