import type { DeliveryCounts } from '../../../contract/delivery.ts';
import { defaultPageSize } from '../../../contract/limits.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Pagination } from '../../components/Pagination.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { DeliveryFilter } from '../record/DeliveryFilter.tsx';
import { DeliveryRows } from '../record/DeliveryRows.tsx';
import { DeliveryTableSkeleton } from '../record/DeliveryTableSkeleton.tsx';
import { pluralArgs } from './pluralArgs.ts';
import { totalOf } from './progress.ts';
import type { RecordState } from './useBatchRecord.ts';
import { type OrdersOfPage, useShow } from './useShownOrders.ts';

interface BatchRecordProps {
  record: RecordState;
  counts: DeliveryCounts;
  orders: OrdersOfPage;
}

/** All deliveries of a batch, or those in one state; folded until a person wants to see them. */
export function BatchRecord({ record, counts, orders }: BatchRecordProps) {
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const { isOpen, rows, search, change } = record;
  useShow(orders, isOpen ? (rows.data?.data ?? []).map(({ orderId }) => orderId) : []);
  return (
    <>
      {isOpen ? <DeliveryFilter search={search} change={change} counts={counts} /> : null}
      <Card
        flush={isOpen}
        title={t('page.record')}
        actions={
          <Button
            size="small"
            variant="quiet"
            aria-expanded={isOpen}
            onClick={() =>
              change(
                isOpen
                  ? { record: 'folded', state: undefined, perPage: undefined }
                  : { record: 'open' },
              )
            }
          >
            {isOpen ? t('page.fold') : t('page.unfold', pluralArgs(totalOf(counts), language))}
          </Button>
        }
      >
        {isOpen ? (
          <QueryState
            query={rows}
            keepsOld
            skeleton={<DeliveryTableSkeleton rows={search.perPage ?? defaultPageSize} />}
          >
            {({ data, page }) =>
              data.length === 0 ? (
                <EmptyState title={t('page.emptyState')} sentence={t('page.emptyStateSentence')} />
              ) : (
                <>
                  <DeliveryRows deliveries={data} orders={orders} stale={rows.isPlaceholderData} />
                  <Pagination
                    page={page}
                    onPage={(number) => change({ page: number })}
                    onPageSize={(size) => change({ perPage: size })}
                  />
                </>
              )
            }
          </QueryState>
        ) : null}
      </Card>
    </>
  );
}
