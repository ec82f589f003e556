import { expect, test } from 'vitest';
import { plainNumber } from './plainNumber.ts';

test.each([
  [' INV-١٢٣ ', 'INV-123'],
  ['\u200FINV\u20132026\u2014001\u202C', 'INV-2026-001'],
  ['فاتورة ۷', 'فاتورة 7'],
  ['INV-2026/001', 'INV-2026/001'],
])('reads the number %j as %s', (typed, number) => {
  expect(plainNumber(typed)).toBe(number);
});
