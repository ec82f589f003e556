import { currencyDigits } from '../../../../../contract/currencyDigits.ts';
import { westernDigits, withoutDirectionMarks } from '../../../../../contract/plainCharacters.ts';
import { percentDigits } from './amountFields.ts';
import { percentUnit, removeUnit } from './unitSigns.ts';

/** A parsed amount with the number of typed decimals, which a number alone loses (`1.000`). */
export interface TypedAmount {
  value: number;
  decimals: number;
}

/**
 * Removes invisible characters and the unit, and normalizes digits, minus signs and commas of Arabic and Latin
 * keyboards. `unit` is the currency code or `percentUnit`.
 */
export function normalizeAmountText(text: string, unit: string): string {
  const western = westernDigits(withoutDirectionMarks(text).normalize('NFKC'))
    .replace(/^[\s"'“”«»=]+|[\s"'“”«»;]+$/g, '')
    .replace(/[\u2212\u2010-\u2014]/g, '-')
    .replace(/،/g, ',');
  const bare = removeUnit(western, unit);
  // Accounting notation of negative amounts: `(1,234.50)` or `1,234.50-`.
  const [, bracketed, marked] =
    /^\(\s*([\d.,٫٬'’\s]+?)\s*\)$|^([\d.,٫٬'’\s]+?)\s*-$/.exec(bare) ?? [];
  const below = bracketed ?? marked;
  return below === undefined ? bare : `-${below}`;
}

/**
 * Parses an amount as typed or pasted: western, Arabic or Persian digits, `.`, `٫` or `,` before decimals, and regular
 * thousands separators (`1,234.50`, `١٬٢٣٤٫٥٠`, `1 234,50`, `1.234,50`). A comma before the last three digits (`1,234`)
 * is a thousands separator in currencies with fewer than three decimals; with three it is ambiguous: null, as for text
 * that is no amount.
 */
export function parseAmount(text: string, unit: string): TypedAmount | null {
  const plain = normalizeAmountText(text, unit);
  const isDoubtful = doubtfulComma.test(plain) && maximumDecimals(unit) > 2;
  return isDoubtful ? null : (parseGrouped(plain) ?? parseUngrouped(plain));
}

/**
 * The most likely value of an amount with a possible thousands separator, 1500 for `1,500` in dinars; null for any
 * other text.
 */
export function parseGroupedAmount(text: string, unit: string): TypedAmount | null {
  return parseGrouped(normalizeAmountText(text, unit));
}

const doubtfulComma = /^[-+]?[1-9]\d{0,2},\d{3}$/;

function maximumDecimals(unit: string): number {
  return unit === percentUnit ? percentDigits : currencyDigits(unit);
}

/** Grouped integers by thousands separator, with the decimal separators that may follow. */
const grouped: readonly RegExp[] = [
  /^([-+]?[1-9]\d{0,2}(?:,\d{3})+)(?:[.٫](\d*))?$/,
  /^([-+]?[1-9]\d{0,2}(?:\.\d{3})+),(\d*)$/,
  /^([-+]?[1-9]\d{0,2}(?:[٬'’]\d{3})+)(?:[.,٫](\d*))?$/,
  /^([-+]?[1-9]\d{0,2}(?:\s\d{3})+)(?:[.,٫](\d*))?$/,
];

function parseGrouped(plain: string): TypedAmount | null {
  for (const form of grouped) {
    const [, whole, decimals = ''] = form.exec(plain) ?? [];
    if (whole !== undefined) return typedAmount(whole.replace(/[^-+\d]/g, ''), decimals);
  }
  return null;
}

function parseUngrouped(plain: string): TypedAmount | null {
  const [, sign, digits] = /^([-+]?)(\d+(?:[.,٫]\d*)?|[.,٫]\d+)$/.exec(plain) ?? [];
  if (digits === undefined) return null;
  const [whole = '', decimals = ''] = digits.split(/[.,٫]/);
  return typedAmount(`${sign}${whole}`, decimals);
}

function typedAmount(whole: string, decimals: string): TypedAmount {
  return { value: Number(`${whole}.${decimals}0`), decimals: decimals.length };
}

/** An amount for an input: western digits, the currency's decimals, no grouping. */
export function formatAmount(amount: number, digits: number): string {
  return amount.toFixed(digits);
}

/** A percent for an input: `15`, `7.5`. */
export function formatPercent(percent: number): string {
  return String(Number(percent.toFixed(2)));
}
