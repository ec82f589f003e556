import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { deliveryQueries } from '../lib/deliveryQueries.ts';
import { withPaging } from '../paths.ts';
import { Card } from '../ui/Card.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { QueryState } from '../ui/QueryState.tsx';
import { DeliveryFilter } from './DeliveryFilter.tsx';
import { DeliveryRows } from './DeliveryRows.tsx';
import { DeliveryTableSkeleton } from './DeliveryTableSkeleton.tsx';
import { NoDeliveries } from './NoDeliveries.tsx';
import { ResendProvider } from './ResendButton.tsx';
import { useDeliveryListSearch } from './useDeliveryListSearch.ts';

/** `/deliveries`: what was sent again, what came of it, and what waits for a person. */
export function DeliveriesPage() {
  const { t } = useTranslation('deliveries');
  const list = useDeliveryListSearch();
  const query = withPaging(list.search);
  const deliveries = useQuery(deliveryQueries.list(query));
  return (
    <ResendProvider deliveries={deliveries.data?.data ?? []}>
      {() => (
        <>
          <PageHeading title={t('title')} />
          <DeliveryFilter {...list} counts={deliveries.data?.counts ?? null} />
          <Card flush>
            <QueryState
              query={deliveries}
              keepsOld
              skeleton={<DeliveryTableSkeleton rows={query.perPage} />}
            >
              {({ data, page }) =>
                data.length === 0 ? (
                  <NoDeliveries {...list} />
                ) : (
                  <>
                    <DeliveryRows deliveries={data} stale={deliveries.isPlaceholderData} />
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
