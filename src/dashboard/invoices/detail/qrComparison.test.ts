import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWithInvoice } from './qrComparison.ts';

const sar = (amount: number) => ({ amount, currency: 'SAR' });

const code = {
  kind: 'zatca',
  sellerName: 'Bobs Records',
  vatNumber: '310122393500003',
  time: '2022-04-25T15:30:00Z',
  total: '1000.00',
  vat: '150.00',
} as const;

const invoice = { date: '2022-04-25', total: sar(1000), tax: { percent: 15, amount: sar(150) } };

describe('the QR code compared with its invoice', () => {
  it('matches if date, total and VAT are equal', () => {
    expect(compareWithInvoice(code, invoice)).toEqual({
      overall: 'match',
      vatNumberValid: true,
      day: '2022-04-25',
      time: 'match',
      total: 'match',
      vat: 'match',
    });
  });

  it('compares dates in Riyadh: 21:00Z is the next day there', () => {
    const day = (time: string) => compareWithInvoice({ ...code, time }, invoice).day;
    expect(day('2022-04-25T20:59:59Z')).toBe('2022-04-25');
    expect(day('2022-04-25T21:00:00Z')).toBe('2022-04-26');
    expect(day('2022-04-25T23:59:59')).toBe('2022-04-25');
    expect(day('2022-04-25 23:59:59')).toBe('2022-04-25');
    expect(day('2022-04-25T23:30:00+03:00')).toBe('2022-04-25');
    expect(day('2022-04-25T23:30:00+0100')).toBe('2022-04-26');
    expect(day('2022-04-25T15:30:00.123Z')).toBe('2022-04-25');
    expect(day('2022-04-25')).toBe('2022-04-25');
  });

  it('is unknown for an invalid time', () => {
    for (const time of [
      '',
      'yesterday',
      '2022-06-31T10:00:00Z',
      '25/04/2022',
      '2022-04-25T25:00Z',
    ]) {
      expect(compareWithInvoice({ ...code, time }, invoice)).toMatchObject({
        day: null,
        time: 'unknown',
        overall: 'unknown',
      });
    }
  });

  it('parses amounts with or without decimals', () => {
    for (const total of ['1000', '1000.0', '1000.', '1000.000']) {
      expect(compareWithInvoice({ ...code, total }, invoice).total).toBe('match');
    }
    expect(compareWithInvoice({ ...code, total: '1000.01' }, invoice)).toMatchObject({
      total: 'differs',
      overall: 'differs',
    });
  });

  it('is unknown if the code or the invoice has no valid amount', () => {
    expect(compareWithInvoice({ ...code, vat: '15,00' }, invoice).vat).toBe('unknown');
    const bare = { date: null, total: null, tax: null };
    expect(compareWithInvoice(code, bare)).toMatchObject({
      time: 'unknown',
      total: 'unknown',
      vat: 'unknown',
      overall: 'unknown',
    });
  });

  it('is unknown for another currency', () => {
    const dollars = { ...invoice, total: { amount: 1000, currency: 'USD' } };
    expect(compareWithInvoice(code, dollars).total).toBe('unknown');
  });

  it('accepts VAT numbers of 15 digits that start and end with 3', () => {
    const valid = (vatNumber: string) =>
      compareWithInvoice({ ...code, vatNumber }, invoice).vatNumberValid;
    expect(valid('310122393500003')).toBe(true);
    expect(valid('1234567891')).toBe(false);
    expect(valid('310122393500004')).toBe(false);
    expect(valid('3101223935000033')).toBe(false);
  });

  it('matches any amount written with two decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 45 }), (halalas) => {
        const total = `${Math.floor(halalas / 100)}.${String(halalas % 100).padStart(2, '0')}`;
        const same = { ...invoice, total: sar(Number(total)) };
        expect(compareWithInvoice({ ...code, total }, same).total).toBe('match');
      }),
    );
  });
});
