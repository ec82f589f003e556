import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Delivery } from '../../contract/delivery.ts';
import type { DeliveryState } from '../../contract/deliveryStates.ts';
import { endpoints } from '../../contract/endpoints.ts';
import { maximumPageSize } from '../../contract/limits.ts';
import { api } from './api.ts';

export interface DeliveryListQuery {
  batchId?: string;
  orderId?: number;
  invoiceId?: number;
  state?: DeliveryState;
  page: number;
  perPage: number;
}

/** `turn` counts the calls, so that each asks for the next one. */
interface DeliveryProgress {
  turn: number;
  delivery: Delivery;
}

export const deliveryQueries = {
  all: () => ['deliveries'] as const,
  lists: () => [...deliveryQueries.all(), 'list'] as const,
  list: (query: DeliveryListQuery) =>
    queryOptions({
      queryKey: [...deliveryQueries.lists(), query],
      queryFn: ({ signal }) => api(endpoints.deliveries({ ...query }), { signal }),
      placeholderData: keepPreviousData,
    }),
  /** The newest deliveries of one order as they are now, newest first. */
  ofOrder: (orderId: number) =>
    queryOptions({
      queryKey: [...deliveryQueries.all(), 'ofOrder', orderId],
      queryFn: async ({ signal }) => {
        const call = endpoints.deliveries({ orderId, perPage: maximumPageSize });
        return (await api(call, { signal, fresh: true })).data;
      },
      gcTime: 0,
    }),
  /** Kept here alone, in epoch ms: no call answers it. */
  undoableUntil: (deliveryId: string) => [...deliveryQueries.all(), 'undoableUntil', deliveryId],
  /** One of these a call, in turn: watching several costs no more calls than watching one. */
  progress: (deliveryIds: readonly string[]) =>
    queryOptions({
      queryKey: [...deliveryQueries.all(), 'progress', deliveryIds],
      queryFn: async ({ signal, client, queryKey }): Promise<DeliveryProgress> => {
        const turn = (client.getQueryData<DeliveryProgress>(queryKey)?.turn ?? -1) + 1;
        const deliveryId = deliveryIds[turn % deliveryIds.length] ?? '';
        const answer = await api(endpoints.delivery(deliveryId), { signal });
        return { turn, delivery: answer.data };
      },
      enabled: deliveryIds.length > 0,
    }),
};
