import Alert02Icon from '@hugeicons/core-free-icons/Alert02Icon';
import Clock01Icon from '@hugeicons/core-free-icons/Clock01Icon';
import PauseIcon from '@hugeicons/core-free-icons/PauseIcon';
import type { Batch } from '../../../contract/batch.ts';
import { Banner } from '../../components/Banner.tsx';
import { useLayout } from '../../host/Host.ts';
import { formatTime } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { pluralArgs } from './pluralArgs.ts';
import { backoffOf } from './progress.ts';

interface BatchBannersProps {
  batch: Batch;
  /** The numbers could not be brought up to date since then, epoch ms; null where they are. */
  asOf: number | null;
}

/** Why nothing moves, and what to do about it. */
export function BatchBanners({ batch, asOf }: BatchBannersProps) {
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const { counts, paused, stopped } = batch;
  const count = counts.queued;
  const trouble = asOf === null ? backoffOf(batch) : null;
  return (
    <>
      {asOf === null ? null : (
        <Banner tone="neutral" icon={Alert02Icon}>
          {t('page.notFresh', { time: formatTime(new Date(asOf).toISOString(), language) })}
        </Banner>
      )}
      {count > 0 && stopped !== null ? (
        <Banner tone="failed" icon={Alert02Icon}>
          {t('page.stopped', pluralArgs(count, language))}
        </Banner>
      ) : null}
      {trouble === null ? null : (
        <Banner tone="warning" icon={Clock01Icon}>
          {t(`page.waiting.${trouble.reason}`, { time: formatTime(trouble.until, language) })}
        </Banner>
      )}
      {count > 0 && paused ? (
        <Banner tone="warning" icon={PauseIcon}>
          {t('page.paused', pluralArgs(count, language))}
        </Banner>
      ) : null}
    </>
  );
}
