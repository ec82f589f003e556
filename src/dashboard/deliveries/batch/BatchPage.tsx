import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../../../contract/pagePaths.ts';
import { QueryState } from '../../components/QueryState.tsx';
import { ResendProvider } from '../resend/ResendButton.tsx';
import { BackToDeliveries } from './BackToDeliveries.tsx';
import { BatchBanners } from './BatchBanners.tsx';
import { BatchControls } from './BatchControls.tsx';
import { BatchHead } from './BatchHead.tsx';
import { BatchHeading } from './BatchHeading.tsx';
import { BatchNotFound } from './BatchNotFound.tsx';
import { BatchProgress } from './BatchProgress.tsx';
import { BatchRecord } from './BatchRecord.tsx';
import { BatchSkeleton } from './BatchSkeleton.tsx';
import { CanceledSection } from './CanceledSection.tsx';
import { FailedSection } from './FailedSection.tsx';
import { totalOf } from './progress.ts';
import { RetriedSection } from './RetriedSection.tsx';
import { SentHereProvider } from './SentHereProvider.tsx';
import { SkippedSection } from './SkippedSection.tsx';
import { UnconfirmedSection } from './UnconfirmedSection.tsx';
import { useBatchRecord } from './useBatchRecord.ts';
import { useBatchView } from './useBatchView.ts';
import { useShownOrders } from './useShownOrders.ts';

/** `/deliveries/batches/:batchId`: the progress of a batch, its outcomes, and what needs a person. */
export function BatchPage() {
  const { batchId } = useParams({ from: paths.batch });
  // Another batch is another page: nothing chosen or opened there stays.
  return <OneBatch key={batchId} batchId={batchId} />;
}

function OneBatch({ batchId }: { batchId: string }) {
  const { view, lists, skipped, isOutdated, standsStill } = useBatchView(batchId);
  const batch = view.data?.batch;
  const record = useBatchRecord(batchId, batch);
  const orders = useShownOrders(batch?.requestedAt.slice(0, 10));
  const [said, setSaid] = useState('');
  const { unconfirmed, failed, canceled } = lists;
  const retried = {
    unconfirmed: unconfirmed.retried.length,
    failed: failed.retried.length,
    canceled: canceled.retried.length,
  };
  const query = { ...view, data: batch, error: batch === undefined ? view.error : null };
  return (
    <ResendProvider deliveries={[]}>
      {(resender) => (
        <SentHereProvider resender={resender} orders={orders}>
          <BackToDeliveries />
          <BatchHeading batch={batch} retried={retried} />
          <p className="visually-hidden" role="status">
            {said}
          </p>
          <QueryState query={query} skeleton={<BatchSkeleton />} missing={<BatchNotFound />}>
            {(whole) => (
              <>
                <BatchHead batch={whole} />
                <BatchBanners batch={whole} asOf={isOutdated ? view.dataUpdatedAt : null} />
                <BatchProgress
                  batch={whole}
                  retried={retried}
                  standsStill={standsStill}
                  outOfDate={isOutdated}
                >
                  <BatchControls batch={whole} />
                </BatchProgress>
                <UnconfirmedSection
                  batchId={batchId}
                  unconfirmed={unconfirmed.open}
                  orders={orders}
                  onDone={setSaid}
                />
                <FailedSection batch={whole} failed={failed.open} orders={orders} />
                <CanceledSection batchId={batchId} canceled={canceled.open} orders={orders} />
                <SkippedSection skipped={skipped} orders={orders} />
                <RetriedSection
                  deliveries={[...unconfirmed.retried, ...failed.retried, ...canceled.retried]}
                  orders={orders}
                />
                {totalOf(whole.counts) === 0 ? null : (
                  <BatchRecord record={record} counts={whole.counts} orders={orders} />
                )}
              </>
            )}
          </QueryState>
        </SentHereProvider>
      )}
    </ResendProvider>
  );
}
