import { expect, test } from 'vitest';
import { wantedNames } from './wantedNames.ts';

const now = 1_000_000;
const nothing = () => false;

test('only what is on the screen is asked for, once however many rows name it', () => {
  const names = wantedNames();
  const gone = names.want(7);
  const one = names.want(8);
  names.want(8);
  gone();
  one();
  expect(names.missing(nothing, now)).toEqual([8]);
  expect(names.missing((id) => id === 8, now)).toEqual([]);
});

test('what is asked for already is not asked for a second time', () => {
  const names = wantedNames();
  names.want(7);
  names.asked([7]);
  expect(names.missing(nothing, now)).toEqual([]);
});

test('while nobody answers it is asked for less and less often, and soon again once somebody did', () => {
  const names = wantedNames();
  names.want(7);
  const waits = [1, 2, 3].map(() => {
    names.asked([7]);
    names.failed([7], now);
    return (names.notBefore(now) ?? now) - now;
  });
  expect(waits).toEqual([2000, 4000, 8000]);
  expect(names.missing(nothing, now + 7999)).toEqual([]);
  expect(names.missing(nothing, now + 8000)).toEqual([7]);
  names.answered([7]);
  names.failed([7], now);
  expect(names.notBefore(now)).toBe(now + 2000);
});
