import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Batch } from '../../../contract/batch.ts';
import { endpoints } from '../../../contract/endpoints.ts';
import { useHost, useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { api } from '../../lib/api.ts';
import { batchQueries } from '../../lib/batchQueries.ts';
import { fetchDownload, saveDownload } from '../../lib/download.ts';
import { refreshDeliveries } from '../recordDelivery.ts';
import { useProblemToast } from '../useProblemToast.ts';
import { counted } from './counted.ts';

export type BatchAction = 'pause' | 'resume' | 'cancel' | 'export';

/** What a person can do about a batch as a whole, each once at a time; `busy` are those that are under way. */
export function useBatchActions(batchId: string) {
  const queryClient = useQueryClient();
  const host = useHost();
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const toastProblem = useProblemToast();
  const [busy, setBusy] = useState<readonly BatchAction[]>([]);

  async function once(action: BatchAction, act: () => Promise<void>) {
    if (busy.includes(action)) return;
    setBusy((others) => [...others, action]);
    await act()
      .catch(toastProblem)
      .finally(() => setBusy((all) => all.filter((one) => one !== action)));
  }

  async function change(path: string) {
    try {
      const { data } = await api.post<{ data: Batch }>(path);
      queryClient.setQueryData(batchQueries.one(batchId).queryKey, data);
    } finally {
      refreshDeliveries(queryClient);
    }
  }

  return {
    busy,
    pause: () => once('pause', () => change(endpoints.pauseBatch(batchId))),
    resume: () => once('resume', () => change(endpoints.resumeBatch(batchId))),
    /** Asks first; `waiting` is how many would not be sent. */
    cancel: (waiting: number) =>
      once('cancel', async () => {
        const confirmed = await host.confirm({
          title: t('page.cancelQuestion.title'),
          message: `${t('page.cancelQuestion.message', counted(waiting, language))}\n${t('page.cancelQuestion.rest')}`,
          confirmText: t('page.cancelQuestion.confirm'),
          cancelText: t('page.cancelQuestion.keep'),
          variant: 'danger',
        });
        if (confirmed) await change(endpoints.cancelBatch(batchId));
      }),
    /** The result as a file; its words are in the app's language. */
    export: () =>
      once('export', async () =>
        saveDownload(await fetchDownload(endpoints.batchCsv(batchId), 'text/csv')),
      ),
  };
}
