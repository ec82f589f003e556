import type { UseQueryResult } from '@tanstack/react-query';
import type { DeliveryCounts, DeliveryPage } from '../../../contract/delivery.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Pagination } from '../../ui/Pagination.tsx';
import { QueryState } from '../../ui/QueryState.tsx';
import { DeliveryFilter } from '../DeliveryFilter.tsx';
import { DeliveryRows } from '../DeliveryRows.tsx';
import { DeliveryTableSkeleton } from '../DeliveryTableSkeleton.tsx';
import type { DeliveryListState } from '../useDeliveryListSearch.ts';
import type { OrdersOfDeliveries } from '../useOrdersOfDeliveries.ts';

interface BatchRecordProps {
  list: DeliveryListState;
  counts: DeliveryCounts;
  rows: UseQueryResult<DeliveryPage>;
  orders: OrdersOfDeliveries;
  /** As many rows as a page has. */
  perPage: number;
}

/** All deliveries of a batch, or those in one state. */
export function BatchRecord({ list, counts, rows, orders, perPage }: BatchRecordProps) {
  const { t } = useTranslation('batches');
  return (
    <>
      <DeliveryFilter {...list} counts={counts} />
      <Card flush title={t('page.record')}>
        <QueryState query={rows} keepsOld skeleton={<DeliveryTableSkeleton rows={perPage} />}>
          {({ data, page }) =>
            data.length === 0 ? (
              <EmptyState title={t('page.emptyState')} sentence={t('page.emptyStateSentence')} />
            ) : (
              <>
                <DeliveryRows deliveries={data} orders={orders} stale={rows.isPlaceholderData} />
                <Pagination
                  page={page}
                  onPage={(number) => list.change({ page: number })}
                  onPageSize={(size) => list.change({ perPage: size })}
                />
              </>
            )
          }
        </QueryState>
      </Card>
    </>
  );
}
