import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { BatchRetry } from '../../../contract/batch.ts';
import type { Delivery } from '../../../contract/delivery.ts';
import { endpoints } from '../../../contract/endpoints.ts';
import { paths } from '../../../contract/pagePaths.ts';
import { api } from '../../api/api.ts';
import { type Confirmation, useHost } from '../../host/Host.ts';
import { refreshDeliveries } from '../recordDelivery.ts';
import { useProblemToast } from '../useProblemToast.ts';

/** Asks, sends some of a batch anew as a batch of their own, and goes to its page. */
export function useRetry(batchId: string) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const host = useHost();
  const toastProblem = useProblemToast();
  const [busy, setBusy] = useState(false);

  async function retry(chosen: readonly Delivery[] | null, question: Confirmation) {
    if ((await host.confirm(question)) !== 'confirmed') return;
    const body: BatchRetry = chosen === null ? {} : { deliveryIds: chosen.map(({ id }) => id) };
    try {
      const call = endpoints.retryBatch(batchId);
      const { data } = await api(call, { body });
      await navigate({ to: paths.batch, params: { batchId: data.batchId } });
    } finally {
      refreshDeliveries(queryClient);
    }
  }

  return {
    busy,
    /** All that failed where none are chosen. */
    retry: async (chosen: readonly Delivery[] | null, question: Confirmation) => {
      if (busy) return;
      setBusy(true);
      await retry(chosen, question)
        .catch(toastProblem)
        .finally(() => setBusy(false));
    },
  };
}
