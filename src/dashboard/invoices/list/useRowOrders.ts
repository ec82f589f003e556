import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import type { OrderSummary } from '../../../contract/order.ts';
import { orderQueries } from '../../api/orderQueries.ts';

export interface RowOrders {
  byId: ReadonlyMap<number, OrderSummary>;
  /** Whether the order is still loading. */
  isPending: (orderId: number) => boolean;
}

/** The orders of rows that lack the order's number or customer, loaded in one call. */
export function useRowOrders(invoices: readonly InvoiceSummary[]): RowOrders {
  const unknown = invoices.filter((row) => row.orderNumber === null || row.customer === null);
  const ids = [...new Set(unknown.map((row) => row.orderId))].sort((a, b) => a - b);
  const to = unknown
    .flatMap((row) => (row.date === null ? [] : [row.date]))
    .sort()
    .at(-1);
  const orders = useQuery(orderQueries.byIds(to === undefined ? { ids: [], to: '' } : { ids, to }));
  const { data, isLoading } = orders;
  return useMemo(() => {
    const pending = new Set(data?.pending);
    return {
      byId: new Map(data?.data.map((order) => [order.id, order] as const)),
      isPending: (orderId: number) => isLoading || pending.has(orderId),
    };
  }, [data, isLoading]);
}
