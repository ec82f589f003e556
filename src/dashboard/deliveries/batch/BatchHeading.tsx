import { useEffect, useSyncExternalStore } from 'react';
import type { Batch } from '../../../contract/batch.ts';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useHost, useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { batchSummary } from './batchSummary.ts';
import { batchTitle } from './batchTitle.ts';
import { isLive, percentOf, type RetriedCounts, withRetried } from './progress.ts';

interface BatchHeadingProps {
  batch: Batch | undefined;
  retried: RetriedCounts;
}

/**
 * The title with the count. While the batch runs the window's title says how far it is, but not of a hidden tab: it
 * asks nobody, and would say what was true a while ago. Screen readers are told at every quarter and at the end.
 */
export function BatchHeading({ batch, retried }: BatchHeadingProps) {
  const { t } = useTranslation('batches');
  const host = useHost();
  const { language } = useLayout();
  const shown = useSyncExternalStore(watchVisibility, isShown, () => true);
  const title = batch === undefined ? t('page.titleUnknown') : batchTitle(batch, t, language);
  const percent = batch === undefined || !isLive(batch) || !shown ? null : percentOf(batch.counts);
  const withPercent = percent === null ? title : t('page.titleWithPercent', { percent, title });
  // After the heading's own, which says the title alone.
  useEffect(() => host.setTitle(withPercent), [host, withPercent]);
  return (
    <>
      <PageHeading title={title} />
      <p className="visually-hidden" role="status">
        {batch === undefined ? null : <Announcement batch={batch} retried={retried} />}
      </p>
    </>
  );
}

/** The same text until the next quarter, so that nothing is said in between. */
function Announcement({ batch, retried }: BatchHeadingProps & { batch: Batch }) {
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  if (!isLive(batch)) return batchSummary(withRetried(batch, retried), t, language);
  const percent = Math.floor(percentOf(batch.counts) / 25) * 25;
  return percent === 0 ? null : t('page.announce', { percent });
}

function watchVisibility(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed);
  return () => document.removeEventListener('visibilitychange', changed);
}

function isShown(): boolean {
  return document.visibilityState === 'visible';
}
