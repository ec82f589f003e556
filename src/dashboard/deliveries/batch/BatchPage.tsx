import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { deliveryQueries } from '../../lib/deliveryQueries.ts';
import { paths, withPaging } from '../../paths.ts';
import { QueryState } from '../../ui/QueryState.tsx';
import { ResendProvider } from '../ResendButton.tsx';
import { BackToDeliveries } from './BackToDeliveries.tsx';
import { BatchBanners } from './BatchBanners.tsx';
import { BatchControls } from './BatchControls.tsx';
import { BatchHead } from './BatchHead.tsx';
import { BatchHeading } from './BatchHeading.tsx';
import { BatchNotFound } from './BatchNotFound.tsx';
import { BatchProgress } from './BatchProgress.tsx';
import { BatchRecord } from './BatchRecord.tsx';
import { BatchSkeleton } from './BatchSkeleton.tsx';
import { FailedCard } from './FailedCard.tsx';
import { HeldBackCard } from './HeldBackCard.tsx';
import { totalOf } from './progress.ts';
import { UnconfirmedCard } from './UnconfirmedCard.tsx';
import { useBatchSearch } from './useBatchSearch.ts';
import { useBatchWatch } from './useBatchWatch.ts';

/** `/deliveries/batches/:batchId`: how far a batch is, what became of each, and what needs a person. */
export function BatchPage() {
  const { batchId } = useParams({ from: paths.batch });
  // Another batch is another page: nothing chosen or opened there holds here.
  return <OneBatch key={batchId} batchId={batchId} />;
}

function OneBatch({ batchId }: { batchId: string }) {
  const list = useBatchSearch(batchId);
  const rowsQuery = { batchId, ...withPaging(list.search) };
  const rows = useQuery({
    ...deliveryQueries.list(rowsQuery),
    // Brought up to date by the watch.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const shownOrders = rows.data?.data.map(({ orderId }) => orderId) ?? [];
  const watched = useBatchWatch(batchId, rowsQuery, shownOrders);
  const { batch, orders } = watched;
  const query = { ...batch, error: batch.data === undefined ? batch.error : null };
  return (
    <ResendProvider deliveries={[]}>
      {() => (
        <>
          <BackToDeliveries />
          <BatchHeading batch={batch.data} />
          <QueryState query={query} skeleton={<BatchSkeleton />} missing={<BatchNotFound />}>
            {(data) => (
              <>
                <BatchHead batch={data} />
                <BatchBanners batch={data} outOfDate={watched.outOfDate} />
                <BatchProgress batch={data} standsStill={watched.standsStill}>
                  <BatchControls batch={data} />
                </BatchProgress>
                <UnconfirmedCard deliveries={watched.unconfirmed} orders={orders} />
                <FailedCard
                  batch={data}
                  failed={watched.failed}
                  areComing={watched.failedAreComing}
                  orders={orders}
                />
                <HeldBackCard skipped={watched.skipped} count={data.skipped} orders={orders} />
                {totalOf(data.counts) === 0 ? null : (
                  <BatchRecord
                    list={list}
                    counts={data.counts}
                    rows={rows}
                    orders={orders}
                    perPage={rowsQuery.perPage}
                  />
                )}
              </>
            )}
          </QueryState>
        </>
      )}
    </ResendProvider>
  );
}
