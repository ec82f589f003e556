import { keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query';
import type { Delivery, SkippedDelivery } from '../../contract/delivery.ts';
import { endpoints } from '../../contract/endpoints.ts';
import type { OrderSummary } from '../../contract/order.ts';
import { api } from './api.ts';

/** A list that is read page by page until it is whole. `Row`: deliveries, or what was held back. */
export interface WholeList<Row> {
  rows: readonly Row[];
  /** What was read so far of a newer reading. */
  coming: readonly Row[];
  /** The page that comes next; null when all of them were read. */
  nextPage: number | null;
  /** How many the batch counted when reading began, and when that was (epoch ms). */
  count: number;
  readAt: number;
}

/** By id; null where it was asked for and is known to nobody. */
export type OrdersOfBatch = Readonly<Record<number, OrderSummary | null>>;

export const batchQueries = {
  all: () => ['batches'] as const,
  /** Those of which something is queued or leaving, the newest first. */
  active: () =>
    queryOptions({
      queryKey: [...batchQueries.all(), 'active'],
      queryFn: ({ signal }) => api(endpoints.batches({ active: true }), { signal }),
    }),
  /** The newest ones, whatever became of them; `active` are those that `active()` has: with others it is asked again. */
  newest: (active: readonly string[]) =>
    queryOptions({
      queryKey: [...batchQueries.all(), 'newest', active],
      queryFn: ({ signal }) => api(endpoints.batches(), { signal }),
      placeholderData: keepPreviousData,
    }),
  /** Everything known of one batch is below this key. */
  of: (batchId: string) => [...batchQueries.all(), 'of', batchId] as const,
  one: (batchId: string) =>
    queryOptions({
      queryKey: [...batchQueries.of(batchId), 'batch'],
      queryFn: async ({ signal }) => (await api(endpoints.batch(batchId), { signal })).data,
      retry: false,
    }),
  /** Those in one state, as whoever watches the batch has read them. */
  inState: (batchId: string, state: 'failed' | 'unconfirmed' | 'canceled') =>
    queryOptions<WholeList<Delivery>>({
      queryKey: [...batchQueries.of(batchId), 'inState', state],
      queryFn: skipToken,
    }),
  skipped: (batchId: string) =>
    queryOptions<WholeList<SkippedDelivery>>({
      queryKey: [...batchQueries.of(batchId), 'skipped'],
      queryFn: skipToken,
    }),
  orders: (batchId: string) =>
    queryOptions<OrdersOfBatch>({
      queryKey: [...batchQueries.of(batchId), 'orders'],
      queryFn: skipToken,
    }),
};
