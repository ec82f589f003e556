import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';

/** A number for a sentence: `count` chooses its form, `n` is how it is written. */
export function counted(count: number, language: Language): { count: number; n: string } {
  return { count, n: formatNumber(count, language) };
}
