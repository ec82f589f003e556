import { westernDigits, withoutDirectionMarks } from '../../../../contract/plainCharacters.ts';
import { withoutUnit } from './unitSigns.ts';

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
  const western = westernDigits(withoutDirectionMarks(text))
    .trim()
    .replace(/\u2212/g, '-')
    .replace(/،/g, ',');
  return withoutUnit(western, unit);
}

const amount = /^([-+]?)(\d+(?:[.,٫]\d*)?|[.,٫]\d+)$/;
/** As in `1,000`. Where a comma stands before three digits it may mean a thousand, and nobody knows. */
const thousandsComma = /,\d{3}$/;

/**
 * Reads an amount as people type it: western, Arabic or Persian digits, and `.`, `٫` or `,` before the decimals.
 * Null for text that is none, and where a comma may be a thousands mark.
 */
export function readAmountText(text: string, unit: string): TypedAmount | null {
  return readPlain(plainAmountText(text, unit));
}

const thousandsMark = /[,٬'’\s](?=\d{3}(?!\d))/g;
const groups = /^[-+]?\d+(?:[,٬'’\s]\d{3})+(?:[.,٫]\d*)?$/;

/** What an amount with thousands marks most likely means, `1515.98` for `1,515.98`; null for any other text. */
export function readGrouped(text: string, unit: string): TypedAmount | null {
  const plain = plainAmountText(text, unit);
  return groups.test(plain) ? readPlain(plain.replace(thousandsMark, '')) : null;
}

function readPlain(plain: string): TypedAmount | null {
  const [, sign, digits] = amount.exec(plain) ?? [];
  if (digits === undefined || thousandsComma.test(digits)) return null;
  const [whole = '', decimals = ''] = digits.split(/[.,٫]/);
  return { value: Number(`${sign}${whole}.${decimals}0`), decimals: decimals.length };
}

/** An amount as it stands in an input: western digits, as many decimals as its currency has, no grouping. */
export function amountText(amount: number, digits: number): string {
  return amount.toFixed(digits);
}

/** A percent likewise: `15`, `7.5`. */
export function percentText(percent: number): string {
  return String(Number(percent.toFixed(2)));
}
