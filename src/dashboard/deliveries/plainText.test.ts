import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from './plainText.ts';

describe('a name inside a sentence', () => {
  it('is isolated from the words around it', () => {
    expect(plainText('نورة Q.')).toBe('\u2068نورة Q.\u2069');
  });

  it('loses the marks that would turn the sentence around', () => {
    expect(plainText('\u202eevil\u2069 name')).toBe('\u2068evil name\u2069');
  });

  it('stays short and on one line, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 10_000 }), (text) => {
        const plain = plainText(text);
        expect(Array.from(plain).length).toBeLessThanOrEqual(63);
        expect(plain).not.toMatch(/[\n\r\u202e]/);
      }),
    );
  });
});
