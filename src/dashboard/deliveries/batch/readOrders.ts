import type { QueryClient } from '@tanstack/react-query';
import { endpoints } from '../../../contract/endpoints.ts';
import { api } from '../../api/api.ts';
import { batchQueries, type OrdersOfBatch } from '../../api/batchQueries.ts';
import type { OrdersOfDeliveries } from '../record/useOrdersOfDeliveries.ts';

/** Asks for orders by id in one call; `day` is the batch's (`YYYY-MM-DD`). Throws `ProblemError`. */
export async function readOrders(
  queryClient: QueryClient,
  batchId: string,
  ids: readonly number[],
  day: string,
): Promise<void> {
  const { data } = await api(endpoints.ordersById({ ids: ids.join(','), to: day }));
  const found = new Map(data.map((order) => [order.id, order] as const));
  const asked = ids.map((id) => [id, found.get(id) ?? null] as const);
  queryClient.setQueryData<OrdersOfBatch>(batchQueries.orders(batchId).queryKey, (known) => ({
    ...known,
    ...Object.fromEntries(asked),
  }));
}

/** What is known of a batch's orders, for drawing; of `ids` those that may still come are pending. */
export function asOrders(orders: OrdersOfBatch, ids: Iterable<number>): OrdersOfDeliveries {
  const known = Object.values(orders).flatMap((order) => (order === null ? [] : [order]));
  return {
    byId: new Map(known.map((order) => [order.id, order] as const)),
    pending: new Set([...ids].filter((id) => !(id in orders))),
  };
}
