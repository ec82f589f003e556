import type { Language } from '../../../contract/languages.ts';
import { formatNumber } from '../../i18n/format.ts';

/** A number for a sentence: `count` chooses its form, `n` is how it is written. */
export function counted(count: number, language: Language): { count: number; n: string } {
  return { count, n: formatNumber(count, language) };
}
