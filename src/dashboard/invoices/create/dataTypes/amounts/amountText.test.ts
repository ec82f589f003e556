import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../../i18n/format.ts';
import { formatAmount, formatPercent, parseAmount, parseGroupedAmount } from './amountText.ts';
import { percentUnit } from './unitSigns.ts';

const digitsOf = {
  western: '0123456789',
  arabic: '٠١٢٣٤٥٦٧٨٩',
  persian: '۰۱۲۳۴۵۶۷۸۹',
};
const inDigits = (text: string, digits: string) =>
  text.replace(/\d/g, (digit) => digits[Number(digit)] ?? '');

/** A number of ours as an Arabic page may write it, with its own digits and marks. */
const arabicNumber = (text: string) =>
  inDigits(text, digitsOf.arabic).replace(/[,.]/g, (mark) => (mark === ',' ? '٬' : '٫'));

const anyDigits = fc.constantFrom(...Object.values(digitsOf));
const currencyDigits = fc.constantFrom(0 as const, 2 as const, 3 as const);
/** An amount in its currency's smallest unit. */
const units = fc.integer({ min: 0, max: 9_999_999_999_999 });

describe('parsing an amount', () => {
  it('reads any digits and decimal separators', () => {
    const signs = fc.constantFrom('.', '٫', ',', '،');
    fc.assert(
      fc.property(units, currencyDigits, anyDigits, signs, (counted, digits, written, sign) => {
        const unit = ({ 0: 'JPY', 2: 'SAR', 3: 'KWD' } as const)[digits];
        // A comma before three decimals could stand between thousands.
        fc.pre(digits !== 3 || (sign !== ',' && sign !== '،'));
        const amount = Number((counted / 10 ** digits).toFixed(digits));
        const text = inDigits(formatAmount(amount, digits), written).replace('.', sign);
        expect(parseAmount(text, unit)).toEqual({ value: amount, decimals: digits });
      }),
    );
  });

  it('reads amounts as this product formats them, in both languages and any currency', () => {
    const languages = fc.constantFrom('ar' as const, 'en' as const);
    const written = fc.constantFrom('western' as const, 'arabic' as const);
    fc.assert(
      fc.property(
        units,
        currencyDigits,
        languages,
        written,
        (counted, digits, language, script) => {
          const unit = ({ 0: 'JPY', 2: 'SAR', 3: 'KWD' } as const)[digits];
          const amount = Number((counted / 10 ** digits).toFixed(digits));
          const shown = formatNumber(amount, language, digits);
          const text = script === 'western' ? shown : arabicNumber(shown);
          for (const copied of [text, `SAR ${text}`.replace('SAR', unit), `\u200f${text}\u00a0`]) {
            expect(parseAmount(copied, unit)).toEqual({ value: amount, decimals: digits });
          }
        },
      ),
    );
  });

  it('reads regular thousands separators', () => {
    const marks = fc.constantFrom(',', '٬', ' ', '\u00A0', '\u202F', '’', "'", '،');
    const from1000 = fc.integer({ min: 1000, max: 999_999_999_999 });
    fc.assert(
      fc.property(from1000, marks, anyDigits, fc.boolean(), (whole, mark, written, decimals) => {
        const text = String(whole).replace(/\B(?=(\d{3})+$)/g, mark) + (decimals ? '.50' : '');
        expect(parseAmount(inDigits(text, written), 'SAR')?.value).toBe(
          decimals ? whole + 0.5 : whole,
        );
      }),
    );
  });

  it.each([
    ['(1,234.50)', 'SAR', -1234.5],
    ['1,234.50-', 'SAR', -1234.5],
    ['–1,234.50', 'SAR', -1234.5],
    ['"1,234.50"', 'SAR', 1234.5],
    ['１，２３４．５０', 'SAR', 1234.5],
    ['1,234.50 ريال سعودي', 'SAR', 1234.5],
    ['٩٬٩٩٩٫٥٠ ريالات سعودية', 'SAR', 9999.5],
    ['1,234.50 Saudi riyals', 'SAR', 1234.5],
    ['١٬٢٣٤٫٥٠٠ دينار كويتي', 'KWD', 1234.5],
    ['￥1,234', 'JPY', 1234],
  ])('reads %j in %s as %d, the format of spreadsheets and banks', (text, unit, value) => {
    expect(parseAmount(text, unit)?.value).toBe(value);
  });

  it('gives a number or null for any text, never NaN', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123٤٥۶.,٫٬-+e% xñ'), maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(typed, fc.string()), (text) => {
        expect(parseAmount(text, 'SAR')?.value).not.toBeNaN();
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
    ['1.234,50', 1234.5],
    ['1 234,50', 1234.5],
    ['١٬٢٣٤٫٥٠', 1234.5],
    ['ر.س 1,234.50', 1234.5],
    ['-1,234.50', -1234.5],
  ])('reads %j as %d', (text, value) => {
    expect(parseAmount(text, 'SAR')?.value).toBe(value);
  });

  it.each([
    '',
    ' ',
    '.',
    '-',
    'abc',
    '12 .5',
    '1.2.3',
    '1e3',
    '0x10',
    '15%',
    '12 USD',
    '12 د.ك',
    'SAR',
    'SAR SAR 12',
  ])('reads %j as no amount', (text) => {
    expect(parseAmount(text, 'SAR')).toBeNull();
  });

  it('reads a comma before three digits as a thousands separator if the currency has fewer decimals', () => {
    expect(parseAmount('1,500', 'SAR')).toEqual({ value: 1500, decimals: 0 });
    expect(parseAmount('1,500', 'JPY')).toEqual({ value: 1500, decimals: 0 });
    expect(parseAmount('1,500', 'KWD')).toBeNull();
    expect(parseAmount('1,500.250', 'KWD')).toEqual({ value: 1500.25, decimals: 3 });
    expect(parseAmount('1,234,567', 'KWD')).toEqual({ value: 1_234_567, decimals: 0 });
  });

  it('reads it as a decimal separator if it can be nothing else', () => {
    expect(parseAmount('1234,500', 'KWD')).toEqual({ value: 1234.5, decimals: 3 });
    expect(parseAmount('0,500', 'KWD')).toEqual({ value: 0.5, decimals: 3 });
    expect(parseAmount('1,50', 'SAR')?.value).toBe(1.5);
    expect(parseAmount('1,5000', 'SAR')).toEqual({ value: 1.5, decimals: 4 });
  });

  it.each(['1,00,000', '12,34.5', '1,234,56', '1.234.56', '1 23', "1'234,567.8", '1,,234'])(
    'reads %j as no amount: its thousands separators are irregular',
    (text) => {
      expect(parseAmount(text, 'SAR')).toBeNull();
    },
  );

  it('reads amounts with their unit on either side', () => {
    const signs = fc.constantFrom(
      ...['SAR', 'sar', 'SR', 'ر.س', 'ر.س.', '\u200Fر.س.\u200F', '﷼', '\u20C1', 'ريال'].map(
        (sign) => ({ sign, unit: 'SAR' }),
      ),
      ...['KWD', 'د.ك', 'د.ك.\u200F'].map((sign) => ({ sign, unit: 'KWD' })),
      { sign: '$', unit: 'USD' },
      { sign: '%', unit: percentUnit },
      { sign: '٪', unit: percentUnit },
    );
    const spaces = fc.constantFrom('', ' ', '\u00A0');
    fc.assert(
      fc.property(
        ...([units, anyDigits, signs, spaces, fc.boolean()] as const),
        (counted, written, { sign, unit }, space, before) => {
          const number = inDigits(formatAmount(counted / 100, 2), written);
          const text = before ? `${sign}${space}${number}` : `${number}${space}${sign}`;
          expect(parseAmount(text, unit)?.value).toBe(Number((counted / 100).toFixed(2)));
        },
      ),
    );
    expect(parseAmount('SAR -5', 'SAR')?.value).toBe(-5);
  });

  it('suggests the likely value of a number with thousands separators', () => {
    expect(parseGroupedAmount('SAR 1,515.98', 'SAR')).toEqual({ value: 1515.98, decimals: 2 });
    expect(parseGroupedAmount('١٬٥١٥٫٩٨', 'SAR')?.value).toBe(1515.98);
    expect(parseGroupedAmount('1 234 567', 'SAR')?.value).toBe(1_234_567);
    expect(parseGroupedAmount('1,500', 'KWD')?.value).toBe(1500);
    for (const text of ['1515.98', '1,50', '1,00,000', 'abc', '1,515.98 USD']) {
      expect(parseGroupedAmount(text, 'SAR')).toBeNull();
    }
  });

  it('counts the typed decimals', () => {
    expect(parseAmount('1.000', 'SAR')).toEqual({ value: 1, decimals: 3 });
  });
});

describe('formatting an amount', () => {
  it('writes the currency’s decimals', () => {
    expect(formatAmount(1234.5, 2)).toBe('1234.50');
    expect(formatAmount(10, 3)).toBe('10.000');
  });

  it('writes a percent without trailing zeros', () => {
    expect(formatPercent(15)).toBe('15');
    expect(formatPercent(7.5)).toBe('7.5');
    expect(formatPercent(4.999999)).toBe('5');
  });
});
