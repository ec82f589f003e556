import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { endpoints } from '../../contract/endpoints.ts';
import type { Invoice, InvoiceListQuery, InvoicePage } from '../../contract/invoice.ts';
import { api } from './api.ts';

/** What the server knows of invoices. Types only: the proxy has parsed what it sends. */
export const invoiceQueries = {
  all: () => ['invoices'] as const,
  lists: () => [...invoiceQueries.all(), 'list'] as const,
  details: () => [...invoiceQueries.all(), 'detail'] as const,
  list: (query: InvoiceListQuery) =>
    queryOptions({
      queryKey: [...invoiceQueries.lists(), query],
      queryFn: ({ signal }) => api.get<InvoicePage>(endpoints.invoices(query), signal),
      placeholderData: keepPreviousData,
    }),
  detail: (invoiceId: number) =>
    queryOptions({
      queryKey: [...invoiceQueries.details(), invoiceId],
      queryFn: async ({ signal }) => {
        const answer = await api.get<{ data: Invoice }>(endpoints.invoice(invoiceId), signal);
        return answer.data;
      },
    }),
};
