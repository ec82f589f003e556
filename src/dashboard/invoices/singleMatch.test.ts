import { expect, test } from 'vitest';
import { findSingleMatch } from './singleMatch.ts';

const order = (id: number, number: number | null) => ({
  id,
  number,
  date: null,
  time: null,
  total: null,
  status: null,
  customer: null,
});

test('a single result is the match, whatever it was found by', () => {
  expect(findSingleMatch([order(1, 100)], 'Sara')?.id).toBe(1);
});

test('of several results the one with exactly the number is the match', () => {
  expect(findSingleMatch([order(1, 1001), order(2, 100)], '100')?.id).toBe(2);
});

test.each(['#100', '١٠٠', 'رقم الطلب: 100', '100.0', '\u200e100'])(
  'as it is typed: %j',
  (typed) => {
    expect(findSingleMatch([order(1, 1001), order(2, 100)], typed)?.id).toBe(2);
  },
);

test('a single result with another number is no match', () => {
  expect(findSingleMatch([order(1, 410276620)], '41027662')).toBeNull();
  expect(findSingleMatch([order(1, 410276620)], '41027662.0')).toBeNull();
  expect(findSingleMatch([order(1, 770)], '77.0')).toBeNull();
});

test('unless its customer’s mobile has these digits', () => {
  const customer = { name: 'Sara', email: null, mobile: '+966501234567' };
  expect(findSingleMatch([{ ...order(1, 100), customer }], '501234567')?.id).toBe(1);
  expect(findSingleMatch([{ ...order(1, 100), customer }], '567')).toBeNull();
});

test('several results without the exact number have no match', () => {
  expect(findSingleMatch([order(1, 1001), order(2, null)], '100')).toBeNull();
  expect(findSingleMatch([order(1, 100), order(2, 100)], '100')).toBeNull();
  expect(findSingleMatch([], '100')).toBeNull();
});
