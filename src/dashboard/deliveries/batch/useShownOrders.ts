import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { maximumPageSize } from '../../../contract/limits.ts';
import type { OrderSummary } from '../../../contract/order.ts';
import { orderQueries } from '../../api/orderQueries.ts';
import type { OrdersOfDeliveries } from '../record/useOrdersOfDeliveries.ts';

/** The orders of a batch's page. Only those on the screen are fetched. */
export interface OrdersOfPage extends OrdersOfDeliveries {
  /** A row with this order is on the screen, until the returned function is called. */
  show: (orderId: number) => () => void;
}

const firstRetryMs = 2000;
const longestRetryMs = 30_000;

/** `day`: the batch's (`YYYY-MM-DD`); undefined until it is known. One call at a time, of up to 60 orders that are still unknown. */
export function useShownOrders(day: string | undefined): OrdersOfPage {
  // How many rows on the screen have each order.
  const [shown, setShown] = useState<ReadonlyMap<number, number>>(new Map());
  // Null: Salla doesn't know it.
  const [known, setKnown] = useState<ReadonlyMap<number, OrderSummary | null>>(new Map());
  const [asked, setAsked] = useState<readonly number[]>([]);

  const show = useCallback((orderId: number) => {
    const add = (rows: number) =>
      setShown((before) => {
        const count = (before.get(orderId) ?? 0) + rows;
        const next = new Map(before).set(orderId, count);
        if (count <= 0) next.delete(orderId);
        return next;
      });
    add(1);
    return () => add(-1);
  }, []);

  const missing = [...shown.keys()].filter((id) => !known.has(id));
  if (asked.length === 0 && missing.length > 0 && day !== undefined) {
    setAsked(missing.slice(0, maximumPageSize));
  }
  const { data } = useQuery({
    ...orderQueries.byIds({ ids: asked, to: day ?? '' }),
    retry: false,
    refetchInterval: ({ state }) =>
      state.status === 'error'
        ? Math.min(firstRetryMs * 2 ** (state.fetchFailureCount - 1), longestRetryMs)
        : false,
  });
  useEffect(() => {
    if (data === undefined || asked.length === 0) return;
    const found = new Map(data.data.map((order) => [order.id, order] as const));
    setKnown(
      (before) => new Map([...before, ...asked.map((id) => [id, found.get(id) ?? null] as const)]),
    );
    setAsked([]);
  }, [data, asked]);

  const byId = new Map<number, OrderSummary>();
  for (const [id, order] of known) if (order !== null) byId.set(id, order);
  return { byId, pending: new Set(missing), show };
}

/** Has the orders of these rows fetched while the rows are on the screen. */
export function useShow({ show }: OrdersOfPage, orderIds: readonly number[]): void {
  const key = orderIds.join();
  useEffect(() => {
    const hidden = key === '' ? [] : key.split(',').map((orderId) => show(Number(orderId)));
    return () => {
      for (const hide of hidden) hide();
    };
  }, [key, show]);
}
