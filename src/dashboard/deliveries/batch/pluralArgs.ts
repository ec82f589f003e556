import type { Language } from '../../../contract/languages.ts';
import { formatNumber } from '../../i18n/format.ts';

/** The arguments of a sentence with a number: `count` selects the plural form, `n` is the formatted number. */
export function pluralArgs(count: number, language: Language): { count: number; n: string } {
  return { count, n: formatNumber(count, language) };
}
