import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Batch } from '../../../contract/batch.ts';
import { type ApiCall, endpoints } from '../../../contract/endpoints.ts';
import { api } from '../../api/api.ts';
import { batchQueries } from '../../api/batchQueries.ts';
import { fetchDownload, saveDownload, textAddress } from '../../api/download.ts';
import { useHost } from '../../host/Host.ts';
import { refreshDeliveries } from '../recordDelivery.ts';
import { useProblemToast } from '../useProblemToast.ts';
import { useCancelRest } from './useCancelRest.ts';

export type BatchAction = 'pause' | 'resume' | 'cancel' | 'export';

/** What a person can do about a batch as a whole, each once at a time; `busy` are those that are under way. */
export function useBatchActions(batchId: string) {
  const queryClient = useQueryClient();
  const toastProblem = useProblemToast();
  const host = useHost();
  const [exported, setExported] = useState<string | null>(null);
  useEffect(() => {
    if (exported === null) return;
    return () => URL.revokeObjectURL(exported);
  }, [exported]);
  const [busy, setBusy] = useState<readonly BatchAction[]>([]);

  async function once(action: BatchAction, act: () => Promise<unknown>) {
    if (busy.includes(action)) return;
    setBusy((others) => [...others, action]);
    await act()
      .catch(toastProblem)
      .finally(() => setBusy((all) => all.filter((one) => one !== action)));
  }

  async function change(call: ApiCall<{ data: Batch }>): Promise<Batch> {
    try {
      const { data } = await api(call);
      queryClient.setQueryData(batchQueries.one(batchId).queryKey, data);
      return data;
    } finally {
      refreshDeliveries(queryClient);
    }
  }

  const changes = {
    pause: () => change(endpoints.pauseBatch(batchId)),
    resume: () => change(endpoints.resumeBatch(batchId)),
    cancel: () => change(endpoints.cancelBatch(batchId)),
  };
  const cancelRest = useCancelRest(changes);

  return {
    busy,
    /** Where the result can be read in a tab: a frame that may save no file fails to without a word. Null until it was asked for. */
    exported,
    pause: () => once('pause', changes.pause),
    resume: () => once('resume', changes.resume),
    /** Asks first. */
    cancel: (batch: Batch) => once('cancel', () => cancelRest(batch)),
    /** The result as a file; its words are in the app's language. */
    export: () =>
      once('export', async () => {
        const file = await fetchDownload(endpoints.batchCsv(batchId).path, 'text/csv');
        saveDownload(file);
        if (host.kind === 'embedded') setExported(textAddress(file));
      }),
  };
}
