import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQrCode } from './zatca.ts';

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

describe('parsing the QR code of an invoice', () => {
  it('parses the documented examples', () => {
    expect(
      parseQrCode('AQVTYWxsYQIKMTIzNDU2Nzg5MQMUMjAyMS0wNy0xMlQxNDoyNTowOVoEBjEwMC4wMAUFMTUuMDA='),
    ).toEqual({
      kind: 'zatca',
      sellerName: 'Salla',
      vatNumber: '1234567891',
      time: '2021-07-12T14:25:09Z',
      total: '100.00',
      vat: '15.00',
    });
    expect(
      parseQrCode(
        'AQxCb2JzIFJlY29yZHMCDzMxMDEyMjM5MzUwMDAwMwMUMjAyMi0wNC0yNVQxNTozMDowMFoEBzEwMDAuMDAFBjE1MC4wMA==',
      ),
    ).toMatchObject({ sellerName: 'Bobs Records', vatNumber: '310122393500003' });
  });

  it('counts lengths in bytes, so that Arabic names and emoji are complete', () => {
    fc.assert(
      fc.property(shortText, shortText, shortText, shortText, shortText, (...texts) => {
        const [sellerName, vatNumber, time, total, vat] = texts;
        expect(parseQrCode(encode(required(...texts)))).toEqual({
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

  it('ignores the lengths of phase 2 fields', () => {
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
        expect(parseQrCode(code)).toMatchObject({
          kind: 'zatca',
          sellerName: 'متجر',
          total: '115',
        });
      }),
    );
  });

  it('ignores a truncated last phase 2 field', () => {
    const whole = required('Salla', '310122393500003', '2022-04-25', '1', '0').flatMap(
      ([tag, value]) => [tag, value.length, ...value],
    );
    const cut = btoa(String.fromCharCode(...whole, 9, 72, 1, 2, 3));
    expect(parseQrCode(cut)).toMatchObject({ kind: 'zatca', sellerName: 'Salla' });
  });

  const longName =
    'شركة واحة الأمل الحديثة لتجارة الأقمشة والعطور والهدايا والمفروشات المنزلية بالجملة والتجزئة';
  const longest = `${longName} ${longName}`;
  /** A code whose first length is encoded as `lengthBytes`, the others as one byte. */
  const codeOf = (name: string, lengthBytes: readonly number[]) => {
    const rest = ['300111222333443', '2026-10-05T09:15:00Z', '230.00', '30.00'];
    const bytes = [
      1,
      ...lengthBytes,
      ...utf8(name),
      ...rest.flatMap((text, index) => [index + 2, text.length, ...utf8(text)]),
    ];
    return btoa(String.fromCharCode(...bytes));
  };
  const high = (length: number) => Math.floor(length / 256);

  it.each([
    ['one byte', longName, [utf8(longName).length]],
    ['BER with one byte', longName, [0x81, utf8(longName).length]],
    ['BER with two bytes', longest, [0x82, high(utf8(longest).length), utf8(longest).length % 256]],
    ['BER that is needless', 'Salla', [0x81, 5]],
    ['one byte that BER could mean as well', 'x'.repeat(129), [129]],
  ])('parses a length encoded as %s', (_, name, lengthBytes) => {
    expect(parseQrCode(codeOf(name, lengthBytes))).toEqual({
      kind: 'zatca',
      sellerName: name,
      vatNumber: '300111222333443',
      time: '2026-10-05T09:15:00Z',
      total: '230.00',
      vat: '30.00',
    });
  });

  it('parses both length encodings for any name, never a part of it', () => {
    const names = fc
      .string({ unit: fc.constantFrom(...'ab شركةنور'), minLength: 120, maxLength: 400 })
      .filter((name) => utf8(name).length > 127);
    fc.assert(
      fc.property(names, (name) => {
        const { length } = utf8(name);
        const ber = length < 256 ? [0x81, length] : [0x82, high(length), length % 256];
        expect(parseQrCode(codeOf(name, ber))).toMatchObject({ sellerName: name, total: '230.00' });
        for (const wrong of [
          [high(length), length % 256],
          ...(length < 256 ? [] : [[length % 256]]),
        ]) {
          expect(parseQrCode(codeOf(name, wrong))).toEqual({ kind: 'unreadable' });
        }
      }),
    );
  });

  it('reports a truncated code as unreadable, wherever it ends', () => {
    const whole = atob(codeOf(longName, [utf8(longName).length]));
    for (let end = 30; end < whole.length; end += 7) {
      expect(parseQrCode(btoa(whole.slice(0, end)))).toEqual({ kind: 'unreadable' });
    }
  });

  it('parses base64url, with and without padding', () => {
    const code = encode(
      required('Café ÿÿ>>??', '300111222333443', '2026-10-05', '230.00', '30.00'),
    );
    const url = code.replace(/\+/g, '-').replace(/\//g, '_');
    expect(url).not.toBe(code);
    for (const text of [url, url.replace(/=+$/, ''), code.replace(/=+$/, '')]) {
      expect(parseQrCode(text)).toMatchObject({ kind: 'zatca', sellerName: 'Café ÿÿ>>??' });
    }
  });

  it.each([
    ['data:image/png;base64,iVBORw0KGgo=', 'data:image/png;base64,iVBORw0KGgo='],
    ['iVBORw0KGgo=', 'data:image/png;base64,iVBORw0KGgo='],
    ['iVBORw0K\nGgo=', 'data:image/png;base64,iVBORw0KGgo='],
    ['/9j/4AAQSkZJRg==', 'data:image/jpeg;base64,/9j/4AAQSkZJRg=='],
    ['data:image/svg+xml;base64,PHN2Zy8+', 'data:image/svg+xml;base64,PHN2Zy8+'],
    ['PHN2Zy8+', 'data:image/svg+xml;base64,PHN2Zy8+'],
    ['<svg/>', 'data:image/svg+xml,%3Csvg%2F%3E'],
  ])('recognizes the picture %j', (text, address) => {
    expect(parseQrCode(text)).toEqual({ kind: 'picture', address });
  });

  it('ignores line breaks inside the base64 text', () => {
    const code = encode(required('Salla', '310122393500003', '2022-04-25', '1', '0'));
    expect(parseQrCode(`${code.slice(0, 20)}\n${code.slice(20)} `).kind).toBe('zatca');
  });

  it('returns any other text unchanged', () => {
    for (const text of ['SAVE20', '', 'https://example.com/i/1', 'فاتورة', 'A', 'AQ==', '====']) {
      expect(parseQrCode(text)).toEqual({ kind: 'other', text });
    }
  });

  it('reports a code without a required field as unreadable', () => {
    const withoutVat = required('Salla', '310122393500003', '2022-04-25', '1', '0').slice(0, 4);
    expect(parseQrCode(encode(withoutVat)).kind).toBe('unreadable');
  });

  it('has a result for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['zatca', 'unreadable', 'picture', 'other']).toContain(parseQrCode(text).kind);
      }),
    );
  });
});
