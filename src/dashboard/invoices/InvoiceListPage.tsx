import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ResendProvider } from '../deliveries/ResendButton.tsx';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { invoiceQueries } from '../lib/invoiceQueries.ts';
import { readNewInvoiceSearch, withPaging } from '../paths.ts';
import { Card } from '../ui/Card.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { QueryState } from '../ui/QueryState.tsx';
import { InvoiceFilters } from './InvoiceFilters.tsx';
import { InvoiceRows } from './InvoiceRows.tsx';
import { InvoiceTableSkeleton } from './InvoiceTableSkeleton.tsx';
import { NewInvoiceLink, useNewInvoiceAction } from './NewInvoiceLink.tsx';
import { NoInvoices } from './NoInvoices.tsx';
import { useInvoiceListSearch } from './useInvoiceListSearch.ts';

/** `/invoices`: find an invoice, and send it again. */
export function InvoiceListPage() {
  const { t } = useTranslation('invoices');
  const queryClient = useQueryClient();
  const list = useInvoiceListSearch();
  const { search, change } = list;
  const [chosenOrder, setChosenOrder] = useState(false);
  const query = withPaging(search);
  const ofOrder = readNewInvoiceSearch({ orderId: search.orderId });
  useNewInvoiceAction(ofOrder);
  const invoices = useQuery(invoiceQueries.list(query));
  return (
    <ResendProvider deliveries={invoices.data?.data.map((row) => row.lastDelivery) ?? []}>
      {(resender) => (
        <>
          <PageHeading title={t('title')}>
            {invoices.data ? (
              <span className="muted">
                {t('list.count', { count: invoices.data.page.totalItems })}
              </span>
            ) : null}
            <NewInvoiceLink search={ofOrder} />
          </PageHeading>
          <InvoiceFilters {...list} onOrderChosen={() => setChosenOrder(true)} />
          <Card flush>
            <QueryState
              query={invoices}
              keepsOld
              skeleton={<InvoiceTableSkeleton rows={query.perPage} />}
            >
              {({ data, page }) =>
                data.length === 0 ? (
                  <NoInvoices {...list} />
                ) : (
                  <>
                    <InvoiceRows
                      invoices={data}
                      stale={invoices.isPlaceholderData}
                      takesFocus={chosenOrder && search.orderId !== undefined}
                      onFocusTaken={() => setChosenOrder(false)}
                      resender={resender}
                    />
                    <Pagination
                      page={page}
                      onPage={(number) => change({ page: number })}
                      onPageSize={(perPage) => change({ perPage })}
                      onIntent={(number) => {
                        if (number < 1 || number > page.totalPages) return;
                        const next = invoiceQueries.list({ ...query, page: number });
                        void queryClient.prefetchQuery({ ...next, staleTime: 30_000 });
                      }}
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
