import { currencyDigits } from '../../../../contract/currencyDigits.ts';
import { westernDigits, withoutDirectionMarks } from '../../../../contract/plainCharacters.ts';
import { percentDigits } from './amountFields.ts';
import { percentUnit, withoutUnit } from './unitSigns.ts';

/** A typed amount, and how many decimals were typed: zeros at the end are no part of a number. */
export interface TypedAmount {
  value: number;
  decimals: number;
}

/**
 * The text without what is not seen and without its unit's sign, in western digits, with the minus and the comma
 * that keyboards of either language have written one way. The unit is the currency's code, or `percentUnit`.
 */
export function plainAmountText(text: string, unit: string): string {
  const western = westernDigits(withoutDirectionMarks(text).normalize('NFKC'))
    .replace(/^[\s"'“”«»=]+|[\s"'“”«»;]+$/g, '')
    .replace(/[\u2212\u2010-\u2014]/g, '-')
    .replace(/،/g, ',');
  const bare = withoutUnit(western, unit);
  // Accountants and spreadsheets write what is below zero as `(1,234.50)` or `1,234.50-`.
  const [, bracketed, marked] =
    /^\(\s*([\d.,٫٬'’\s]+?)\s*\)$|^([\d.,٫٬'’\s]+?)\s*-$/.exec(bare) ?? [];
  const below = bracketed ?? marked;
  return below === undefined ? bare : `-${below}`;
}

/**
 * Reads an amount as people type it, or copy it from this product, a spreadsheet or a bank: western, Arabic or Persian
 * digits, `.`, `٫` or `,` before the decimals, and marks between thousands where they stand regularly (`1,234.50`,
 * `١٬٢٣٤٫٥٠`, `1 234,50`, `1.234,50`). A comma before the last three digits (`1,234`) is such a mark in a currency of fewer
 * than three decimals; in one of three nobody knows, and it is null, as is text that is no amount.
 */
export function readAmountText(text: string, unit: string): TypedAmount | null {
  const plain = plainAmountText(text, unit);
  const isDoubtful = doubtfulComma.test(plain) && digitsOf(unit) > 2;
  return isDoubtful ? null : (readGroups(plain) ?? readPlain(plain));
}

/** What an amount that may have a mark between thousands most likely means, 1500 for `1,500` in dinars; null for any other text. */
export function readGrouped(text: string, unit: string): TypedAmount | null {
  return readGroups(plainAmountText(text, unit));
}

const doubtfulComma = /^[-+]?[1-9]\d{0,2},\d{3}$/;

function digitsOf(unit: string): number {
  return unit === percentUnit ? percentDigits : currencyDigits(unit);
}

/** Whole amounts by the mark between their thousands, with the marks that may then stand before decimals. */
const grouped: readonly RegExp[] = [
  /^([-+]?[1-9]\d{0,2}(?:,\d{3})+)(?:[.٫](\d*))?$/,
  /^([-+]?[1-9]\d{0,2}(?:\.\d{3})+),(\d*)$/,
  /^([-+]?[1-9]\d{0,2}(?:[٬'’]\d{3})+)(?:[.,٫](\d*))?$/,
  /^([-+]?[1-9]\d{0,2}(?:\s\d{3})+)(?:[.,٫](\d*))?$/,
];

function readGroups(plain: string): TypedAmount | null {
  for (const form of grouped) {
    const [, whole, decimals = ''] = form.exec(plain) ?? [];
    if (whole !== undefined) return typedAmount(whole.replace(/[^-+\d]/g, ''), decimals);
  }
  return null;
}

function readPlain(plain: string): TypedAmount | null {
  const [, sign, digits] = /^([-+]?)(\d+(?:[.,٫]\d*)?|[.,٫]\d+)$/.exec(plain) ?? [];
  if (digits === undefined) return null;
  const [whole = '', decimals = ''] = digits.split(/[.,٫]/);
  return typedAmount(`${sign}${whole}`, decimals);
}

function typedAmount(whole: string, decimals: string): TypedAmount {
  return { value: Number(`${whole}.${decimals}0`), decimals: decimals.length };
}

/** An amount as it stands in an input: western digits, as many decimals as its currency has, no grouping. */
export function amountText(amount: number, digits: number): string {
  return amount.toFixed(digits);
}

/** A percent likewise: `15`, `7.5`. */
export function percentText(percent: number): string {
  return String(Number(percent.toFixed(2)));
}
