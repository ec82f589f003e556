import type { TFunction } from 'i18next';
import type { Batch } from '../../../contract/batch.ts';
import type { Language } from '../../../contract/languages.ts';
import { formatNumber } from '../../i18n/format.ts';
import { pluralArgs } from './pluralArgs.ts';
import { totalOf } from './progress.ts';

/** What a batch is called: of how many orders, and of these how many were held back. */
export function batchTitle(
  { counts, skipped }: Pick<Batch, 'counts' | 'skipped'>,
  t: TFunction<'batches'>,
  language: Language,
): string {
  const going = totalOf(counts);
  const asked = pluralArgs(going + skipped, language);
  if (skipped === 0) return t('page.title', asked);
  return t('page.titleHeld', {
    ...asked,
    going: formatNumber(going, language),
    held: formatNumber(skipped, language),
  });
}
