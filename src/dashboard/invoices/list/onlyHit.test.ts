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

test.each(['#100', '١٠٠', 'رقم الطلب: 100', '100.0', '\u200e100'])(
  'as it is typed: %j',
  (typed) => {
    expect(onlyHit([order(1, 1001), order(2, 100)], typed)?.id).toBe(2);
  },
);

test('an order of another number is not meant, though it is all that was found', () => {
  expect(onlyHit([order(1, 410276620)], '41027662')).toBeNull();
  expect(onlyHit([order(1, 410276620)], '41027662.0')).toBeNull();
  expect(onlyHit([order(1, 770)], '77.0')).toBeNull();
});

test('but for one whose customer has these digits as a mobile', () => {
  const customer = { name: 'Sara', email: null, mobile: '+966501234567' };
  expect(onlyHit([{ ...order(1, 100), customer }], '501234567')?.id).toBe(1);
  expect(onlyHit([{ ...order(1, 100), customer }], '567')).toBeNull();
});

test('among several without such a number none is meant', () => {
  expect(onlyHit([order(1, 1001), order(2, null)], '100')).toBeNull();
  expect(onlyHit([order(1, 100), order(2, 100)], '100')).toBeNull();
  expect(onlyHit([], '100')).toBeNull();
});
