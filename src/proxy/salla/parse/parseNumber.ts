import { westernDigits } from '../../../contract/plainCharacters.ts';

const plain = /^[+-]?\d{1,15}(\.\d*)?$/;
const grouped = /^[+-]?\d{1,3}(,\d{3}){1,4}(\.\d*)?$/;

/** A number, or a number in text: Arabic digits, thousands separators and a percent sign included. Null for anything else. */
export function parseNumber(wire: unknown): number | null {
  if (typeof wire === 'number') return Number.isFinite(wire) ? wire : null;
  if (typeof wire !== 'string') return null;
  const text = westernDigits(wire)
    .replace(/[\s%٪\u200e\u200f\u061c]/g, '')
    .replaceAll('٫', '.')
    .replaceAll('٬', ',');
  return plain.test(text) || grouped.test(text) ? Number(text.replaceAll(',', '')) : null;
}

/** An id as Salla gives it, a positive whole number or its digits as text. Null where it is not usable. */
export function parseId(wire: unknown): number | null {
  const id = parseNumber(wire);
  return id !== null && Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** A count of things: zero or more, whole. */
export function parseCount(wire: unknown): number | null {
  const count = parseNumber(wire);
  return count !== null && Number.isSafeInteger(count) && count >= 0 ? count : null;
}
