import type { TFunction } from 'i18next';
import type { Batch } from '../../../contract/batch.ts';
import type { Language } from '../../../contract/languages.ts';
import { pluralArgs } from './pluralArgs.ts';

const named = ['sent', 'failed', 'unconfirmed', 'canceled'] as const;

interface Ended extends Pick<Batch, 'counts' | 'skipped'> {
  /** Not in `counts`. */
  retried?: number;
}

/** What became of every order of a finished batch, in one sentence. */
export function batchSummary(
  { counts, skipped, retried = 0 }: Ended,
  t: TFunction<'batches'>,
  language: Language,
): string {
  const parts = [
    ...named
      .filter((state) => counts[state] > 0)
      .map((state) => t(`page.summary.${state}`, pluralArgs(counts[state], language))),
    ...(retried === 0 ? [] : [t('page.summary.anew', pluralArgs(retried, language))]),
  ].join(t('page.summary.separator'));
  if (skipped === 0) return t('page.summary.finished', { parts });
  const held = t('page.summary.held', pluralArgs(skipped, language));
  return parts === ''
    ? t('page.summary.nothing', { held })
    : t('page.summary.finishedHeld', { parts, held });
}
