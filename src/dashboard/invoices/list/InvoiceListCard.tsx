import { type UseQueryResult, useQueryClient } from '@tanstack/react-query';
import type { InvoicePage } from '../../../contract/invoice.ts';
import type { AsOf } from '../../api/asOf.ts';
import { invoiceQueries } from '../../api/invoiceQueries.ts';
import { Card } from '../../components/Card.tsx';
import { DataAge } from '../../components/DataAge.tsx';
import { Pagination } from '../../components/Pagination.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import type { Resender } from '../../deliveries/resend/ResendButton.tsx';
import { readNewInvoiceSearch, withPaging } from '../../paths.ts';
import { HostPrimaryAction } from '../selection/HostPrimaryAction.tsx';
import { ListFooter } from '../selection/ListFooter.tsx';
import { useSelectionResend } from '../selection/useSelectionResend.ts';
import { InvoiceRows } from './InvoiceRows.tsx';
import { InvoiceTableSkeleton } from './InvoiceTable.tsx';
import { NoInvoices } from './NoInvoices.tsx';
import type { InvoiceListState } from './useInvoiceListSearch.ts';

interface InvoiceListCardProps {
  list: InvoiceListState;
  invoices: UseQueryResult<InvoicePage & AsOf>;
  resender: Resender;
  /** The first row takes the focus when it appears. */
  takesFocus: boolean;
  onFocusTaken: () => void;
}

/** One page of the list with pagination and selection. */
export function InvoiceListCard(props: InvoiceListCardProps) {
  const { list, invoices, resender, takesFocus, onFocusTaken } = props;
  const queryClient = useQueryClient();
  const { search, change } = list;
  const query = withPaging(search);
  const { page: _, perPage, ...filters } = query;
  const resendSelection = useSelectionResend(resender);
  return (
    <Card flush>
      <HostPrimaryAction
        newInvoice={readNewInvoiceSearch({ orderId: search.orderId })}
        resend={resendSelection}
      />
      <QueryState query={invoices} keepsOld skeleton={<InvoiceTableSkeleton rows={perPage} />}>
        {({ data, page, asOf }) => (
          <>
            {data.length === 0 ? (
              <NoInvoices {...list} />
            ) : (
              <InvoiceRows
                invoices={data}
                stale={invoices.isPlaceholderData}
                takesFocus={takesFocus}
                onFocusTaken={onFocusTaken}
                resender={resender}
                resendSelection={resendSelection}
              />
            )}
            <DataAge asOf={asOf} />
            <ListFooter
              rows={data}
              filters={filters}
              total={page.totalItems}
              resend={resendSelection}
            >
              {data.length === 0 ? null : (
                <Pagination
                  page={page}
                  onPage={(number) => change({ page: number })}
                  onPageSize={(size) => change({ perPage: size })}
                  onIntent={(number) => {
                    if (number < 1 || number > page.totalPages) return;
                    const next = invoiceQueries.list({ ...query, page: number });
                    void queryClient.prefetchQuery({ ...next, staleTime: 30_000 });
                  }}
                />
              )}
            </ListFooter>
          </>
        )}
      </QueryState>
    </Card>
  );
}
