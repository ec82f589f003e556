import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Delivery } from '../../../contract/delivery.ts';
import type { OrderSummary } from '../../../contract/order.ts';
import { orderQueries, whilePending } from '../../api/orderQueries.ts';

/** An order's number and customer hardly ever change. */
const freshMs = 300_000;
/** Salla may be busy with the sending itself. */
const askAgainMs = 15_000;

/** What is in neither was not found. */
export interface OrdersOfDeliveries {
  byId: ReadonlyMap<number, OrderSummary>;
  /** These may still come. */
  pending: ReadonlySet<number>;
}

/** The orders of a page of deliveries, in one call; while no answer comes it is asked for again, seldom. */
export function useOrdersOfDeliveries(deliveries: readonly Delivery[]): OrdersOfDeliveries {
  const ids = [...new Set(deliveries.map(({ orderId }) => orderId))].sort((a, b) => a - b);
  const days = deliveries.map(({ requestedAt }) => requestedAt.slice(0, 10)).sort();
  const { data, isSuccess, isPlaceholderData } = useQuery({
    ...orderQueries.byIds({ ids, to: days.at(-1) ?? '' }),
    placeholderData: keepPreviousData,
    staleTime: freshMs,
    refetchInterval: ({ state }) =>
      state.status === 'error' ? askAgainMs : whilePending(state.data),
  });
  const byId = new Map(data?.data.map((order) => [order.id, order] as const));
  const isAnswered = isSuccess && !isPlaceholderData;
  return { byId, pending: new Set(isAnswered ? [] : ids.filter((id) => !byId.has(id))) };
}
