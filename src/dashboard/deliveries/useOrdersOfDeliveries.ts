import { useQueries, useQuery } from '@tanstack/react-query';
import type { Delivery } from '../../contract/delivery.ts';
import type { OrderSummary } from '../../contract/order.ts';
import { orderQueries } from '../lib/orderQueries.ts';

/** Each costs a call of Salla's, once: the proxy remembers the answer. */
const lookUpAtMost = 15;

export interface OrdersOfDeliveries {
  byId: ReadonlyMap<number, OrderSummary>;
  /** These may still come. */
  pending: ReadonlySet<number>;
}

/**
 * The orders of a page of deliveries. An order can be much older than its delivery, so those that no list
 * of these days has are looked up one by one.
 */
export function useOrdersOfDeliveries(deliveries: readonly Delivery[]): OrdersOfDeliveries {
  const ids = [...new Set(deliveries.map(({ orderId }) => orderId))].sort((a, b) => a - b);
  const days = deliveries.map(({ requestedAt }) => requestedAt.slice(0, 10)).sort();
  const listed = useQuery(
    orderQueries.byIds({ ids, from: days.at(0) ?? '', to: days.at(-1) ?? '' }),
  );
  const known = new Set(listed.data?.map(({ id }) => id));
  const missing = listed.isSuccess ? ids.filter((id) => !known.has(id)).slice(0, lookUpAtMost) : [];
  const found = useQueries({
    queries: missing.map((id) => ({ ...orderQueries.detail(id), staleTime: Infinity })),
  });
  const orders = [...(listed.data ?? []), ...found.flatMap(({ data }) => data ?? [])];
  return {
    byId: new Map(orders.map((order) => [order.id, order] as const)),
    pending: new Set(
      listed.isLoading ? ids : missing.filter((_, index) => found[index]?.isLoading),
    ),
  };
}
