import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQrCode } from './zatca.ts';

type Field = readonly [tag: number, value: Uint8Array];

const utf8 = (text: string) => new TextEncoder().encode(text);

function encode(fields: readonly Field[]): string {
  const bytes = fields.flatMap(([tag, value]) => [tag, value.length, ...value]);
  return btoa(String.fromCharCode(...bytes));
}

const required = (name: string, vat: string, time: string, total: string, tax: string): Field[] =>
  [name, vat, time, total, tax].map((text, index) => [index + 1, utf8(text)] as const);

const shortText = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .filter((text) => utf8(text).length <= 255);

describe('reading the QR code of an invoice', () => {
  it('reads the documented examples', () => {
    expect(
      readQrCode('AQVTYWxsYQIKMTIzNDU2Nzg5MQMUMjAyMS0wNy0xMlQxNDoyNTowOVoEBjEwMC4wMAUFMTUuMDA='),
    ).toEqual({
      kind: 'zatca',
      sellerName: 'Salla',
      vatNumber: '1234567891',
      time: '2021-07-12T14:25:09Z',
      total: '100.00',
      vat: '15.00',
    });
    expect(
      readQrCode(
        'AQxCb2JzIFJlY29yZHMCDzMxMDEyMjM5MzUwMDAwMwMUMjAyMi0wNC0yNVQxNTozMDowMFoEBzEwMDAuMDAFBjE1MC4wMA==',
      ),
    ).toMatchObject({ sellerName: 'Bobs Records', vatNumber: '310122393500003' });
  });

  it('counts lengths in bytes, so Arabic names and emoji come out whole', () => {
    fc.assert(
      fc.property(shortText, shortText, shortText, shortText, shortText, (...texts) => {
        const [sellerName, vatNumber, time, total, vat] = texts;
        expect(readQrCode(encode(required(...texts)))).toEqual({
          kind: 'zatca',
          sellerName,
          vatNumber,
          time,
          total,
          vat,
        });
      }),
    );
  });

  it('never refuses phase 2 fields for their length', () => {
    const phase2 = fc.uint8Array({ maxLength: 255 });
    fc.assert(
      fc.property(phase2, phase2, phase2, phase2, (hash, signature, key, certificate) => {
        const code = encode([
          ...required('متجر', '310122393500003', '2022-04-25T15:30:00Z', '115', '15'),
          [6, hash],
          [7, signature],
          [8, key],
          [9, certificate],
        ]);
        expect(readQrCode(code)).toMatchObject({ kind: 'zatca', sellerName: 'متجر', total: '115' });
      }),
    );
  });

  it('reads on when the last phase 2 field is cut short', () => {
    const whole = required('Salla', '310122393500003', '2022-04-25', '1', '0').flatMap(
      ([tag, value]) => [tag, value.length, ...value],
    );
    const cut = btoa(String.fromCharCode(...whole, 9, 72, 1, 2, 3));
    expect(readQrCode(cut)).toMatchObject({ kind: 'zatca', sellerName: 'Salla' });
  });

  it('takes line breaks inside the base64 text for nothing', () => {
    const code = encode(required('Salla', '310122393500003', '2022-04-25', '1', '0'));
    expect(readQrCode(`${code.slice(0, 20)}\n${code.slice(20)} `).kind).toBe('zatca');
  });

  it('keeps any other text as it came', () => {
    for (const text of ['SAVE20', '', 'https://example.com/i/1', 'فاتورة', 'A', 'AQ==', '====']) {
      expect(readQrCode(text)).toEqual({ kind: 'other', text });
    }
  });

  it('does not call a code whole that lacks a required field', () => {
    const withoutVat = required('Salla', '310122393500003', '2022-04-25', '1', '0').slice(0, 4);
    expect(readQrCode(encode(withoutVat)).kind).toBe('other');
  });

  it('answers for any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['zatca', 'other']).toContain(readQrCode(text).kind);
      }),
    );
  });
});
