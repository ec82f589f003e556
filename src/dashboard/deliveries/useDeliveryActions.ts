import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery, DeliveryResolution } from '../../contract/delivery.ts';
import { endpoints } from '../../contract/endpoints.ts';
import { useHost } from '../host/Host.ts';
import { api } from '../lib/api.ts';
import { isProblem } from '../lib/ProblemError.ts';
import { recordDelivery, refreshDeliveries } from './recordDelivery.ts';
import { useProblemToast } from './useProblemToast.ts';

/** What can be done about a delivery that exists; each shows its outcome everywhere. */
export function useDeliveryActions() {
  const queryClient = useQueryClient();
  const host = useHost();
  const toastProblem = useProblemToast();
  const { t } = useTranslation('deliveries');
  const busy = useRef(new Set<string>());

  async function act(id: string, path: string, body?: DeliveryResolution) {
    if (busy.current.has(id)) return null;
    busy.current.add(id);
    try {
      const { data } = await api.post<{ data: Delivery }>(path, body);
      recordDelivery(queryClient, data);
      return data;
    } catch (error) {
      if (isProblem(error, 'conflict')) host.toast('info', t('toast.tooLate'));
      else toastProblem(error);
      return null;
    } finally {
      busy.current.delete(id);
      refreshDeliveries(queryClient);
    }
  }

  return {
    /** Takes back what has not left yet. */
    cancel: (id: string) => act(id, endpoints.cancelDelivery(id)),
    /** Queues it anew, as a new delivery. */
    retry: (id: string) => act(id, endpoints.retryDelivery(id)),
    /** A person's decision on an unconfirmed one. */
    resolve: (id: string, outcome: DeliveryResolution['outcome']) =>
      act(id, endpoints.resolveDelivery(id), { outcome }),
  };
}
