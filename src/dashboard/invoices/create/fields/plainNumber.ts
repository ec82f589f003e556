import { westernDigits, withoutDirectionMarks } from '../../../../contract/plainCharacters.ts';

const dashes = /[\u2010-\u2015\u2212]/g;

/** An invoice's number as Salla and the invoice have it: western digits, and every dash the one of the keyboard. */
export function plainNumber(typed: string): string {
  return westernDigits(withoutDirectionMarks(typed)).replace(dashes, '-').trim();
}
