import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { endpoints } from '../../contract/endpoints.ts';
import type { OrdersById } from '../../contract/order.ts';
import { api } from './api.ts';
import { waitableProblem } from './ProblemError.ts';

/** Orders by id, and the last day of the rows that name them. */
export interface OrdersOfPage {
  ids: readonly number[];
  to: string;
}

/** How soon customers who are being asked for are looked for again: of what the proxy knows by then, without a call of Salla's. */
const pendingAgainMs = 4000;

/** When the answer that failed says to ask again, ms; null where it says nothing. */
function untilRetry(error: unknown): number | null {
  const seconds = waitableProblem(error)?.retryAfterSeconds ?? null;
  return seconds && seconds * 1000;
}

/** When to ask again for orders of which more is to come, ms. */
export function whilePending(answer: OrdersById | undefined): number | false {
  return answer !== undefined && answer.pending.length > 0 ? pendingAgainMs : false;
}

export const orderQueries = {
  all: () => ['orders'] as const,
  /** `q`: an order number, a customer's name or mobile. */
  search: (q: string) =>
    queryOptions({
      queryKey: [...orderQueries.all(), 'search', q],
      queryFn: async ({ signal }) => {
        const answer = await api(endpoints.searchOrders({ q }), { signal });
        return answer.data;
      },
      placeholderData: keepPreviousData,
      enabled: q !== '',
    }),
  byIds: ({ ids, to }: OrdersOfPage) =>
    queryOptions({
      queryKey: [...orderQueries.all(), 'byIds', ids, to],
      queryFn: ({ signal }) => api(endpoints.ordersById({ ids: ids.join(','), to }), { signal }),
      enabled: ids.length > 0,
      refetchInterval: ({ state }) => untilRetry(state.error) ?? whilePending(state.data),
    }),
  /** The order as it is now, for what a decision rests on: neither this cache nor the proxy's has a part in it. */
  fresh: (orderId: number) =>
    queryOptions({
      queryKey: [...orderQueries.all(), 'fresh', orderId],
      queryFn: async ({ signal, client }) => {
        const answer = await api(endpoints.order(orderId), { signal, fresh: true });
        client.setQueryData(orderQueries.detail(orderId).queryKey, answer.data);
        return answer.data;
      },
      gcTime: 0,
    }),
  detail: (orderId: number) =>
    queryOptions({
      queryKey: [...orderQueries.all(), 'detail', orderId],
      queryFn: async ({ signal }) => {
        const answer = await api(endpoints.order(orderId), { signal });
        return answer.data;
      },
    }),
};
