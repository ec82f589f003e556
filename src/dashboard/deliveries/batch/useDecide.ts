import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BatchDecision } from '../../../contract/batch.ts';
import type { Delivery } from '../../../contract/delivery.ts';
import { endpoints } from '../../../contract/endpoints.ts';
import { api } from '../../api/api.ts';
import { batchQueries } from '../../api/batchQueries.ts';
import { type Confirmation, useHost } from '../../host/Host.ts';
import { recordDelivery, refreshDeliveries } from '../recordDelivery.ts';
import { useProblemToast } from '../useProblemToast.ts';

/** Asks once, and says of unconfirmed ones of a batch that they went out. */
export function useDecide(batchId: string) {
  const queryClient = useQueryClient();
  const host = useHost();
  const toastProblem = useProblemToast();
  const [busy, setBusy] = useState(false);

  async function decide(deliveries: readonly Delivery[], question: Confirmation) {
    if ((await host.confirm(question)) !== 'confirmed') return false;
    try {
      const call = endpoints.resolveBatch(batchId);
      const deliveryIds = deliveries.map(({ id }) => id);
      const body: BatchDecision = { deliveryIds, outcome: 'sent' };
      const { data } = await api(call, { body });
      queryClient.setQueryData(batchQueries.one(batchId).queryKey, data);
      for (const delivery of deliveries)
        recordDelivery(queryClient, { ...delivery, state: 'sent' });
      return true;
    } finally {
      refreshDeliveries(queryClient);
    }
  }

  return {
    busy,
    /** Whether it was said. */
    wentOut: async (deliveries: readonly Delivery[], question: Confirmation) => {
      if (busy) return false;
      setBusy(true);
      return decide(deliveries, question)
        .catch((error: unknown) => {
          toastProblem(error);
          return false;
        })
        .finally(() => setBusy(false));
    },
  };
}
