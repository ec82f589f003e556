import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Delivery } from '../../../contract/delivery.ts';
import { endpoints } from '../../../contract/endpoints.ts';
import { api } from '../../api/api.ts';
import { recordDelivery, refreshDeliveries } from '../recordDelivery.ts';
import { useProblemToast } from '../useProblemToast.ts';

/** What can be done about a delivery that exists; each shows its outcome everywhere. */
export function useDeliveryActions() {
  const queryClient = useQueryClient();
  const toastProblem = useProblemToast();
  const busy = useRef(new Set<string>());

  async function act(id: string, change: () => Promise<{ data: Delivery }>) {
    if (busy.current.has(id)) return null;
    busy.current.add(id);
    try {
      const { data } = await change();
      recordDelivery(queryClient, data);
      return data;
    } catch (error) {
      toastProblem(error);
      return null;
    } finally {
      busy.current.delete(id);
      refreshDeliveries(queryClient);
    }
  }

  return {
    /** Takes back what has not left yet. */
    cancel: (id: string) => act(id, () => api(endpoints.cancelDelivery(id))),
    /** Queues it anew, as a new delivery; what became of the old one is not decided by that. */
    retry: (id: string) => act(id, () => api(endpoints.retryDelivery(id))),
    /** A person knows that an unconfirmed one went out. */
    confirmSent: (id: string) =>
      act(id, () => api(endpoints.resolveDelivery(id), { body: { outcome: 'sent' } })),
  };
}
