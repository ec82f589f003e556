import type { TFunction } from 'i18next';
import type { Batch } from '../../../contract/batch.ts';
import type { Language } from '../../../contract/languages.ts';
import { counted } from './counted.ts';

const named = ['sent', 'failed', 'unconfirmed', 'canceled'] as const;

interface Ended extends Pick<Batch, 'counts' | 'skipped'> {
  /** Not among `counts`: they were sent anew. */
  anew?: number;
}

/** What became of every order of a finished batch, in one sentence. */
export function batchSummary(
  { counts, skipped, anew = 0 }: Ended,
  t: TFunction<'batches'>,
  language: Language,
): string {
  const parts = [
    ...named
      .filter((state) => counts[state] > 0)
      .map((state) => t(`page.summary.${state}`, counted(counts[state], language))),
    ...(anew === 0 ? [] : [t('page.summary.anew', counted(anew, language))]),
  ].join(t('page.summary.separator'));
  if (skipped === 0) return t('page.summary.finished', { parts });
  const held = t('page.summary.held', counted(skipped, language));
  return parts === ''
    ? t('page.summary.nothing', { held })
    : t('page.summary.finishedHeld', { parts, held });
}
