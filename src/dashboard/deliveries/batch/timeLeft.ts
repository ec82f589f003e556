import type { TFunction } from 'i18next';

/** About how long it still takes, in words; null where that can't be told or nothing is left. */
export function timeLeft(seconds: number | null, t: TFunction<'batches'>): string | null {
  if (seconds === null || seconds <= 0) return null;
  if (seconds < 10) return t('page.timeLeft.few');
  if (seconds <= 50) return t('page.timeLeft.seconds', { count: Math.ceil(seconds / 10) * 10 });
  if (seconds < 55 * 60)
    return t('page.timeLeft.minutes', { count: Math.max(1, Math.round(seconds / 60)) });
  return t('page.timeLeft.hours', { count: Math.round(seconds / 3600) });
}
