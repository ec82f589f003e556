import Alert02Icon from '@hugeicons/core-free-icons/Alert02Icon';
import PauseIcon from '@hugeicons/core-free-icons/PauseIcon';
import type { Batch } from '../../../contract/batch.ts';
import { useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { counted } from './counted.ts';

interface BatchBannersProps {
  batch: Batch;
  /** The numbers could not be brought up to date. */
  outOfDate: boolean;
}

/** Why nothing moves, and what to do about it. */
export function BatchBanners({ batch, outOfDate }: BatchBannersProps) {
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const { counts, paused, stopped } = batch;
  const count = counts.queued;
  return (
    <>
      {outOfDate ? (
        <Banner tone="neutral" icon={Alert02Icon}>
          {t('page.notFresh')}
        </Banner>
      ) : null}
      {count > 0 && stopped !== null ? (
        <Banner tone="failed" icon={Alert02Icon}>
          {t('page.stopped', counted(count, language))}
        </Banner>
      ) : null}
      {count > 0 && paused ? (
        <Banner tone="warning" icon={PauseIcon}>
          {t('page.paused', counted(count, language))}
        </Banner>
      ) : null}
    </>
  );
}
