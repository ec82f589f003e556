import { westernDigits } from './text.ts';

/** Calling codes whose numbers Salla keeps apart from the code: the Gulf and its neighbours, as far as customers write them. */
const callingCode = /^(?:\+|00)(?:966|971|965|973|968|974|962|967|964|961|20)/;

export interface SearchTerms {
  /** The order number it may be, exactly. */
  reference: number | null;
  keyword: string;
}

/**
 * What a person typed, as Salla's order search understands it. A mobile is looked for by its national
 * digits, since customers' numbers are stored without the leading zero and apart from the calling code.
 */
export function searchTerms(q: string): SearchTerms {
  const typed = westernDigits(q).trim().replace(/^#\s*/, '');
  const digits = typed.replace(/[\s().\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069-]/g, '');
  if (!/^\+?\d+$/.test(digits)) return { reference: null, keyword: typed };
  const national = digits
    .replace(callingCode, '')
    .replace(/^9660?(?=5\d{8}$)/, '')
    .replace(/^[+0]+/, '');
  if (national !== digits) return { reference: null, keyword: national };
  return { reference: digits.length <= 15 ? Number(digits) : null, keyword: digits };
}
