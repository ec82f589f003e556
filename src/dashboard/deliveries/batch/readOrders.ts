import type { QueryClient } from '@tanstack/react-query';
import { endpoints } from '../../../contract/endpoints.ts';
import type { OrderSummary } from '../../../contract/order.ts';
import { api } from '../../lib/api.ts';
import { batchQueries, type OrdersOfBatch } from '../../lib/batchQueries.ts';
import { orderQueries } from '../../lib/orderQueries.ts';
import type { OrdersOfDeliveries } from '../useOrdersOfDeliveries.ts';

/**
 * Asks for orders by id; `day` is the batch's (`YYYY-MM-DD`). What can't be had is not asked for again: a name
 * is not worth calls that the batch itself needs.
 */
export async function readOrders(
  queryClient: QueryClient,
  batchId: string,
  ids: readonly number[],
  day: string,
): Promise<void> {
  const path = endpoints.orders({ ids: ids.join(','), from: day, to: day });
  const found = await api
    .get<{ data: OrderSummary[] }>(path)
    .then(({ data }) => data)
    .catch(() => []);
  const orders = new Map(found.map((order) => [order.id, order] as const));
  keep(
    queryClient,
    batchId,
    ids.map((id) => [id, orders.get(id) ?? 'not_listed'] as const),
  );
}

/** Asks for one order that no list of these days has. */
export async function readOrder(
  queryClient: QueryClient,
  batchId: string,
  id: number,
): Promise<void> {
  const order = await queryClient
    .fetchQuery({ ...orderQueries.detail(id), staleTime: Infinity })
    .catch(() => null);
  keep(queryClient, batchId, [[id, order]]);
}

function keep(
  queryClient: QueryClient,
  batchId: string,
  asked: readonly (readonly [number, OrdersOfBatch[number]])[],
): void {
  queryClient.setQueryData<OrdersOfBatch>(batchQueries.orders(batchId).queryKey, (known) => ({
    ...known,
    ...Object.fromEntries(asked),
  }));
}

/** What is known of a batch's orders, for drawing; `missing` were not asked for yet. */
export function asOrders(orders: OrdersOfBatch, missing: readonly number[]): OrdersOfDeliveries {
  const entries = Object.entries(orders);
  const unlisted = entries.filter(([, order]) => order === 'not_listed').map(([id]) => Number(id));
  return {
    byId: new Map(
      entries.flatMap(([, order]) =>
        order === null || order === 'not_listed' ? [] : [[order.id, order] as const],
      ),
    ),
    pending: new Set([...missing, ...unlisted]),
  };
}
