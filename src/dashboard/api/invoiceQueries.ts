import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { endpoints } from '../../contract/endpoints.ts';
import type { InvoiceListQuery } from '../../contract/invoice.ts';
import { maximumPageSize } from '../../contract/limits.ts';
import { api } from './api.ts';
import { withAsOf } from './asOf.ts';

/** What the server knows of invoices. Types only: the proxy has parsed what it sends. */
export const invoiceQueries = {
  all: () => ['invoices'] as const,
  lists: () => [...invoiceQueries.all(), 'list'] as const,
  details: () => [...invoiceQueries.all(), 'detail'] as const,
  list: (query: InvoiceListQuery) =>
    queryOptions({
      queryKey: [...invoiceQueries.lists(), query],
      queryFn: async ({ signal }) => withAsOf(await api(endpoints.invoices(query), { signal })),
      placeholderData: keepPreviousData,
    }),
  /** An order's invoices as they are now: what they are decides what can be created. */
  freshOfOrder: (orderId: number) =>
    queryOptions({
      queryKey: [...invoiceQueries.lists(), 'fresh', orderId],
      queryFn: ({ signal }) => {
        const call = endpoints.invoices({ orderId, page: 1, perPage: maximumPageSize });
        return api(call, { signal, fresh: true });
      },
      gcTime: 0,
    }),
  detail: (invoiceId: number) =>
    queryOptions({
      queryKey: [...invoiceQueries.details(), invoiceId],
      queryFn: async ({ signal }) => {
        const answer = await api(endpoints.invoice(invoiceId), { signal });
        return withAsOf(answer.data);
      },
    }),
};
