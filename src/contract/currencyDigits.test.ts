import { expect, it } from 'vitest';
import { currencyDigits } from './currencyDigits.ts';

it.each([
  ['SAR', 2],
  ['KWD', 3],
  // Where what people use differs from what the standard says, the standard counts: Salla and we have to agree.
  ['IQD', 3],
  ['PKR', 2],
  ['HUF', 2],
  ['COP', 2],
  ['JPY', 0],
  ['VND', 0],
  ['???', 2],
  ['constructor', 2],
])('%s has %d decimals', (currency, digits) => {
  expect(currencyDigits(currency)).toBe(digits);
});

it('no currency has more than the three decimals that amounts are read with', () => {
  const decimals = Intl.supportedValuesOf('currency').map(currencyDigits);
  expect(Math.max(...decimals)).toBe(3);
});
