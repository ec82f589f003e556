import { expect, test } from 'vitest';
import { onlyHit } from './onlyHit.ts';

const order = (id: number, number: number | null) => ({
  id,
  number,
  date: null,
  time: null,
  total: null,
  status: null,
  customer: null,
});

test('the one order found is meant, whatever it was found by', () => {
  expect(onlyHit([order(1, 100)], 'Sara')?.id).toBe(1);
});

test('among several the one with exactly that number is meant', () => {
  expect(onlyHit([order(1, 1001), order(2, 100)], '100')?.id).toBe(2);
});

test('among several without such a number none is meant', () => {
  expect(onlyHit([order(1, 1001), order(2, null)], '100')).toBeNull();
  expect(onlyHit([order(1, 100), order(2, 100)], '100')).toBeNull();
  expect(onlyHit([], '100')).toBeNull();
});
