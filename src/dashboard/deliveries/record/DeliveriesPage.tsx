import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { deliveryQueries } from '../../api/deliveryQueries.ts';
import { Card } from '../../components/Card.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { Pagination } from '../../components/Pagination.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { withPaging } from '../../paths.ts';
import { ActiveBatches } from '../batch/ActiveBatches.tsx';
import { EndedBatches } from '../batch/EndedBatches.tsx';
import { useBatches } from '../batch/useBatches.ts';
import { ResendProvider } from '../resend/ResendButton.tsx';
import { DeliveryFilter } from './DeliveryFilter.tsx';
import { DeliveryRows } from './DeliveryRows.tsx';
import { DeliveryTableSkeleton } from './DeliveryTableSkeleton.tsx';
import { NoDeliveries } from './NoDeliveries.tsx';
import { useDeliveryListSearch } from './useDeliveryListSearch.ts';
import { useOrdersOfDeliveries } from './useOrdersOfDeliveries.ts';

/** `/deliveries`: what was sent again, what came of it, and what waits for a person. */
export function DeliveriesPage() {
  const { t } = useTranslation('deliveries');
  const list = useDeliveryListSearch();
  const query = withPaging(list.search);
  const batches = useBatches();
  const deliveries = useQuery(deliveryQueries.list(query));
  useReadAnew(deliveries.refetch, JSON.stringify(batches.active.map(({ counts }) => counts)));
  const rows = deliveries.data?.data ?? [];
  const { batchId, orderId, invoiceId } = list.search;
  const isWhole = query.page === 1 && (batchId ?? orderId ?? invoiceId) === undefined;
  const orders = useOrdersOfDeliveries(rows);
  const active = new Set(batches.active.map(({ batchId }) => batchId));
  return (
    // Those of a batch above are followed with it.
    <ResendProvider deliveries={rows.filter(({ batchId }) => !active.has(batchId))}>
      {() => (
        <>
          <PageHeading title={t('title')} />
          <ActiveBatches batches={batches.active} />
          {isWhole ? <EndedBatches batches={batches.ended} /> : null}
          <DeliveryFilter
            key={`filter ${batches.pending}`}
            {...list}
            counts={deliveries.data?.counts ?? null}
          />
          <Card key={`record ${batches.pending}`} flush>
            <QueryState
              query={batches.pending ? { ...deliveries, data: undefined } : deliveries}
              keepsOld
              skeleton={<DeliveryTableSkeleton rows={query.perPage} />}
            >
              {({ data, page }) =>
                data.length === 0 ? (
                  <NoDeliveries {...list} />
                ) : (
                  <>
                    <DeliveryRows
                      deliveries={data}
                      orders={orders}
                      stale={deliveries.isPlaceholderData}
                      namesBatches
                    />
                    <Pagination
                      page={page}
                      onPage={(number) => list.change({ page: number })}
                      onPageSize={(perPage) => list.change({ perPage })}
                    />
                  </>
                )
              }
            </QueryState>
          </Card>
        </>
      )}
    </ResendProvider>
  );
}

/** Whenever the cards tell of progress, so that the record's numbers below are theirs. */
function useReadAnew(read: () => Promise<unknown>, progress: string): void {
  const told = useRef(progress);
  useEffect(() => {
    if (told.current === progress) return;
    told.current = progress;
    void read();
  }, [read, progress]);
}
