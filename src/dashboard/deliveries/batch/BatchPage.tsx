import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../../../contract/pagePaths.ts';
import { QueryState } from '../../components/QueryState.tsx';
import { ResendProvider } from '../resend/ResendButton.tsx';
import { AnewCard } from './AnewCard.tsx';
import { BackToDeliveries } from './BackToDeliveries.tsx';
import { BatchBanners } from './BatchBanners.tsx';
import { BatchControls } from './BatchControls.tsx';
import { BatchHead } from './BatchHead.tsx';
import { BatchHeading } from './BatchHeading.tsx';
import { BatchNotFound } from './BatchNotFound.tsx';
import { BatchProgress } from './BatchProgress.tsx';
import { BatchRecord } from './BatchRecord.tsx';
import { BatchSkeleton } from './BatchSkeleton.tsx';
import { CanceledCard } from './CanceledCard.tsx';
import { FailedCard } from './FailedCard.tsx';
import { HeldBackCard } from './HeldBackCard.tsx';
import { totalOf } from './progress.ts';
import { SentHereProvider } from './SentHereProvider.tsx';
import { UnconfirmedCard } from './UnconfirmedCard.tsx';
import { useBatchRecord } from './useBatchRecord.ts';
import { useBatchWatch } from './useBatchWatch.ts';

/** `/deliveries/batches/:batchId`: how far a batch is, what became of each, and what needs a person. */
export function BatchPage() {
  const { batchId } = useParams({ from: paths.batch });
  // Another batch is another page: nothing chosen or opened there holds here.
  return <OneBatch key={batchId} batchId={batchId} />;
}

function OneBatch({ batchId }: { batchId: string }) {
  const record = useBatchRecord(batchId);
  const { batch, lists, want, outOfDate, standsStill } = useBatchWatch(batchId, record.query);
  const [said, setSaid] = useState('');
  const shown = record.isOpen ? (record.rows.data?.data ?? []) : [];
  const orders = { ...lists.orders(shown.map(({ orderId }) => orderId)), want };
  // All at once, so that nothing moves down for what is above it; from then on nothing is taken away for a list to come.
  const [wasWhole, setWasWhole] = useState(false);
  const isWhole = wasWhole || outOfDate || (batch.data !== undefined && lists.areRead(batch.data));
  if (isWhole && !wasWhole) setWasWhole(true);
  const data = isWhole ? batch.data : undefined;
  const query = { ...batch, data, error: batch.data === undefined ? batch.error : null };
  return (
    <ResendProvider deliveries={[]}>
      {(resender) => (
        <SentHereProvider resender={resender} orders={orders}>
          <BackToDeliveries />
          <BatchHeading batch={data} anew={lists.anewCounts} />
          <p className="visually-hidden" role="status">
            {said}
          </p>
          <QueryState query={query} skeleton={<BatchSkeleton />} missing={<BatchNotFound />}>
            {(whole) => (
              <>
                <BatchHead batch={whole} />
                <BatchBanners batch={whole} asOf={outOfDate ? batch.dataUpdatedAt : null} />
                <BatchProgress
                  batch={whole}
                  anew={lists.anewCounts}
                  standsStill={standsStill}
                  outOfDate={outOfDate}
                >
                  <BatchControls batch={whole} />
                </BatchProgress>
                <UnconfirmedCard
                  batchId={batchId}
                  unconfirmed={lists.unconfirmed}
                  orders={orders}
                  onDone={setSaid}
                />
                <FailedCard batch={whole} failed={lists.failed} orders={orders} />
                <CanceledCard batchId={batchId} canceled={lists.canceled} orders={orders} />
                <HeldBackCard skipped={lists.skipped} count={whole.skipped} orders={orders} />
                <AnewCard deliveries={lists.anew} orders={orders} />
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
