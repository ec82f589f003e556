import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { Delivery } from '../../contract/delivery.ts';
import { isActive } from '../../contract/deliveryStates.ts';
import { deliveryQueries } from '../api/deliveryQueries.ts';
import { recordDelivery, refreshDeliveries } from './recordDelivery.ts';

/**
 * Watches deliveries that are under way, with one call a second however many there are and none
 * while the tab is hidden, and shows what becomes of them everywhere.
 */
export function useDeliveryProgress(
  deliveryIds: readonly string[],
  onFinished: (delivery: Delivery) => void,
): void {
  const queryClient = useQueryClient();
  const progress = useQuery({
    ...deliveryQueries.progress(deliveryIds),
    refetchInterval: 1000,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const show = useEffectEvent((delivery: Delivery) => {
    recordDelivery(queryClient, delivery);
    if (isActive(delivery.state)) return;
    refreshDeliveries(queryClient);
    onFinished(delivery);
  });
  const delivery = progress.data?.delivery;
  useEffect(() => {
    if (delivery !== undefined) show(delivery);
  }, [delivery]);
}
