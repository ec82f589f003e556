import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import type { Delivery } from '../../contract/delivery.ts';
import type { InvoicePage, InvoiceSummary } from '../../contract/invoice.ts';
import { invoiceQueries } from '../api/invoiceQueries.ts';
import { recordDelivery } from './recordDelivery.ts';

const taxInvoice: InvoiceSummary = {
  id: 8,
  orderId: 41,
  orderNumber: 1234,
  number: '8',
  type: 'tax_invoice',
  typeLabel: 'Tax Invoice',
  date: '2026-11-20',
  time: null,
  createdAt: null,
  total: null,
  paymentMethod: null,
  documentUrl: null,
  customer: null,
  lastDelivery: null,
};
const creditNote: InvoiceSummary = {
  ...taxInvoice,
  id: 9,
  type: 'credit_note',
  date: '2026-12-01',
  createdAt: '2026-12-01T09:30:00Z',
};
const queued: Delivery = {
  id: 'd1',
  batchId: 'b1',
  orderId: 41,
  invoiceId: null,
  state: 'queued',
  reason: null,
  message: null,
  attempts: 0,
  requestedBy: { id: 1, name: 'Sara' },
  requestedAt: '2026-12-01T09:00:00Z',
  requestedFrom: 'tab',
  finishedAt: null,
  resolvedBy: null,
  followedBy: null,
};

/** What the rows of a list with both documents tell after these deliveries were recorded. */
function lastAfter(...deliveries: Delivery[]) {
  const queryClient = new QueryClient();
  const { queryKey } = invoiceQueries.list({ page: 1, perPage: 15 });
  const page = { number: 1, size: 15, totalItems: 2, totalPages: 1 };
  queryClient.setQueryData<InvoicePage>(queryKey, { data: [taxInvoice, creditNote], page });
  for (const delivery of deliveries) recordDelivery(queryClient, delivery);
  return queryClient.getQueryData(queryKey)?.data.map(({ lastDelivery }) => lastDelivery);
}

it('shows what is under way on every document of its order, and then what became of it', () => {
  const sent = { ...queued, state: 'sent', finishedAt: '2026-12-01T09:31:00Z' } as const;
  const last = { id: 'd1', state: 'sent', wasSent: true };
  expect(lastAfter(queued)).toMatchObject([
    { id: 'd1', state: 'queued', wasSent: false },
    { id: 'd1', state: 'queued', wasSent: false },
  ]);
  expect(lastAfter(queued, sent)).toMatchObject([last, last]);
});

it('shows what left before a document was made on the others alone', () => {
  const decided = { ...queued, state: 'sent', finishedAt: '2026-12-01T09:00:05Z' } as const;
  expect(lastAfter(decided)).toMatchObject([{ id: 'd1', state: 'sent', wasSent: true }, null]);
});

it('still knows of an earlier email when a later one fails', () => {
  const sent = { ...queued, state: 'sent', finishedAt: '2026-12-01T09:31:00Z' } as const;
  const failed = {
    ...queued,
    id: 'd2',
    state: 'failed',
    requestedAt: '2026-12-01T10:00:00Z',
  } as const;
  expect(lastAfter(sent, failed)).toMatchObject([
    { id: 'd2', state: 'failed', wasSent: true },
    { id: 'd2', state: 'failed', wasSent: true },
  ]);
});
