import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountText, percentText, readAmountText } from './amountText.ts';

const digitsOf = {
  western: '0123456789',
  arabic: '٠١٢٣٤٥٦٧٨٩',
  persian: '۰۱۲۳۴۵۶۷۸۹',
};
const inDigits = (text: string, digits: string) =>
  text.replace(/\d/g, (digit) => digits[Number(digit)] ?? '');

const anyDigits = fc.constantFrom(...Object.values(digitsOf));
const currencyDigits = fc.constantFrom(0, 2, 3);
/** An amount in its currency's smallest unit. */
const units = fc.integer({ min: 0, max: 9_999_999_999_999 });

describe('reading an amount', () => {
  it('gives back any amount, in whatever digits and with whichever decimal sign it was written', () => {
    const signs = fc.constantFrom('.', '٫', ',', '،');
    fc.assert(
      fc.property(units, currencyDigits, anyDigits, signs, (counted, digits, written, sign) => {
        // A comma before three decimals could be a thousands mark.
        fc.pre(digits !== 3 || (sign !== ',' && sign !== '،'));
        const amount = Number((counted / 10 ** digits).toFixed(digits));
        const text = inDigits(amountText(amount, digits), written).replace('.', sign);
        expect(readAmountText(text)).toEqual({ value: amount, decimals: digits });
      }),
    );
  });

  it('never takes a number with thousands marks', () => {
    const marks = fc.constantFrom(',', '٬', ' ', '\u00A0', '\u202F', '’', '،');
    const from1000 = fc.integer({ min: 1000, max: 999_999_999_999 });
    fc.assert(
      fc.property(from1000, marks, anyDigits, fc.boolean(), (whole, mark, written, decimals) => {
        const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, mark) + (decimals ? '.50' : '');
        expect(readAmountText(inDigits(grouped, written))).toBeNull();
      }),
    );
  });

  it('gives a number or null for any text, never NaN', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123٤٥۶.,٫٬-+e% xñ'), maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(typed, fc.string()), (text) => {
        expect(readAmountText(text)?.value).not.toBeNaN();
      }),
    );
  });

  it.each([
    ['\u200F١٢٫٥\u200E ', 12.5],
    ['\u2066-7\u2069', -7],
    ['−7.25', -7.25],
    ['+3', 3],
    ['.5', 0.5],
    ['5.', 5],
    ['007', 7],
  ])('reads %j as %d', (text, value) => {
    expect(readAmountText(text)?.value).toBe(value);
  });

  it.each(['', ' ', '.', '-', 'abc', '12 .5', '1.2.3', '1e3', '0x10', '15%', '12 SAR', '1.000,50'])(
    'takes %j for no amount',
    (text) => {
      expect(readAmountText(text)).toBeNull();
    },
  );

  it('takes a comma before three digits for a thousands mark, wherever it stands', () => {
    expect(readAmountText('1,500')).toBeNull();
    expect(readAmountText('1234,500')).toBeNull();
    expect(readAmountText('1,50')?.value).toBe(1.5);
    expect(readAmountText('1,5000')).toEqual({ value: 1.5, decimals: 4 });
  });

  it('counts the decimals as they were typed', () => {
    expect(readAmountText('1.000')).toEqual({ value: 1, decimals: 3 });
  });
});

describe('writing an amount', () => {
  it('writes as many decimals as the currency has', () => {
    expect(amountText(1234.5, 2)).toBe('1234.50');
    expect(amountText(10, 3)).toBe('10.000');
  });

  it('writes a percent as short as it is', () => {
    expect(percentText(15)).toBe('15');
    expect(percentText(7.5)).toBe('7.5');
    expect(percentText(4.999999)).toBe('5');
  });
});
