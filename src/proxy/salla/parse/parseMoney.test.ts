import { describe, expect, it } from 'vitest';
import { parseCharge, parseMoney, parseTax } from './parseMoney.ts';
import type { WireMoney } from './wire.ts';

const sar = (amount: number) => ({ amount, currency: 'SAR' });

describe('readMoney', () => {
  it.each([
    ['a number', { amount: 1161.5, currency: 'SAR' }, sar(1161.5)],
    ['a decimal string', { amount: '151.50', currency: 'SAR' }, sar(151.5)],
    ['the Arabic sign', { amount: 999, currency: 'ر.س' }, sar(999)],
    ['the Arabic sign with spaces and a last dot', { amount: 1, currency: ' ر. س. ' }, sar(1)],
    ['the sign inside direction marks', { amount: 1, currency: '\u200fر.س\u200f' }, sar(1)],
    ['a code in small letters', { amount: 1, currency: 'sar' }, sar(1)],
    ['Arabic digits', { amount: '١٬١٦١٫٥٠', currency: 'ر.س' }, sar(1161.5)],
    ['Persian digits', { amount: '۱۲', currency: 'SAR' }, sar(12)],
    ['thousands separators', { amount: '1,234,567.89', currency: 'SAR' }, sar(1234567.89)],
    ['zero', { amount: '0.00', currency: 'SAR' }, sar(0)],
    ['a negative amount', { amount: '-10.005', currency: 'SAR' }, sar(-10.01)],
    ['more digits than the currency has', { amount: 1.005, currency: 'SAR' }, sar(1.01)],
    ['what floating point leaves behind', { amount: 0.1 + 0.2, currency: 'SAR' }, sar(0.3)],
    ['next to nothing', { amount: 1e-9, currency: 'SAR' }, sar(0)],
  ])('reads %s', (_what, wire, money) => {
    expect(parseMoney(wire)).toEqual(money);
  });

  it.each([
    ['KWD', 'KWD'],
    ['د.ك', 'KWD'],
    ['BHD', 'BHD'],
    ['د.ب', 'BHD'],
    ['OMR', 'OMR'],
    ['ر.ع.', 'OMR'],
    ['JOD', 'JOD'],
    ['د.أ', 'JOD'],
    ['TND', 'TND'],
    ['د.ت', 'TND'],
  ])('keeps three digits of %s', (sign, currency) => {
    expect(parseMoney({ amount: '12.34567', currency: sign })).toEqual({
      amount: 12.346,
      currency,
    });
  });

  it.each([
    ['د.إ', 'AED'],
    ['ر.ق', 'QAR'],
    ['USD', 'USD'],
  ])('knows %s', (sign, currency) => {
    expect(parseMoney({ amount: 1.239, currency: sign })).toEqual({ amount: 1.24, currency });
  });

  it.each<[string, WireMoney]>([
    ['nothing', undefined],
    ['null', null],
    ['no amount', { currency: 'SAR' }],
    ['an empty amount', { amount: '', currency: 'SAR' }],
    ['an amount in words', { amount: 'free', currency: 'SAR' }],
    ['a comma that may be a decimal point', { amount: '12,5', currency: 'SAR' }],
    ['no currency', { amount: 1 }],
    ['a currency nobody knows', { amount: 1, currency: '???' }],
  ])('says nothing of %s', (_what, wire) => {
    expect(parseMoney(wire)).toBeNull();
  });
});

describe('readCharge', () => {
  it.each([
    [true, true],
    [undefined, true],
    [false, false],
    ['false', false],
    [0, false],
  ])('takes `taxable: %s` as %s', (taxable, expected) => {
    expect(parseCharge({ amount: 23, currency: 'SAR', taxable })).toEqual({
      ...sar(23),
      taxable: expected,
    });
  });
});

describe('readTax', () => {
  it.each([
    [15, 15],
    ['15.00', 15],
    ['١٥٪', 15],
    [0, 0],
  ])('reads a percentage of %s', (percent, expected) => {
    const amount = { amount: '151.50', currency: 'SAR' };
    expect(parseTax({ percent, amount })).toEqual({ percent: expected, amount: sar(151.5) });
  });

  it('is unknown where a part is missing', () => {
    expect(parseTax({ percent: 15 })).toBeNull();
    expect(parseTax({ amount: { amount: 1, currency: 'SAR' } })).toBeNull();
    expect(parseTax(null)).toBeNull();
  });
});
