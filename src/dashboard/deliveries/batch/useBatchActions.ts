import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Batch } from '../../../contract/batch.ts';
import { type ApiCall, endpoints } from '../../../contract/endpoints.ts';
import { api } from '../../api/api.ts';
import { fetchDownload, saveDownload, textAddress } from '../../api/download.ts';
import { useHost, useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { refreshDeliveries } from '../recordDelivery.ts';
import { useProblemToast } from '../useProblemToast.ts';
import { pluralArgs } from './pluralArgs.ts';
import { useSetBatch } from './useBatchView.ts';

/** Pause, resume, cancel and export of a batch, each as a mutation. */
export function useBatchActions(batchId: string) {
  const queryClient = useQueryClient();
  const setBatch = useSetBatch();
  const toastProblem = useProblemToast();
  const onError = (error: unknown) => toastProblem(error);
  const change = async (call: ApiCall<{ data: Batch }>): Promise<Batch> => {
    try {
      const { data } = await api(call);
      setBatch(data);
      return data;
    } finally {
      refreshDeliveries(queryClient);
    }
  };
  const changes = {
    pause: () => change(endpoints.pauseBatch(batchId)),
    resume: () => change(endpoints.resumeBatch(batchId)),
    cancel: () => change(endpoints.cancelBatch(batchId)),
  };
  const exported = useExportedFile();
  return {
    pause: useMutation({ mutationFn: changes.pause, onError }),
    resume: useMutation({ mutationFn: changes.resume, onError }),
    /** Asks first. */
    cancel: useMutation({ mutationFn: useCancelQueued(changes), onError }),
    /** The outcomes as CSV, in the app's language. */
    exportCsv: useMutation({
      mutationFn: async () => {
        const file = await fetchDownload(endpoints.batchCsv(batchId).path, 'text/csv');
        saveDownload(file);
        exported.set(textAddress(file));
      },
      onError,
    }),
    exportedUrl: exported.url,
  };
}

/** In Salla's frame, where a download may be blocked silently, the exported file's URL for a new tab; else null. */
function useExportedFile() {
  const host = useHost();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (url === null) return;
    return () => URL.revokeObjectURL(url);
  }, [url]);
  return {
    url,
    set: (address: string) => (host.kind === 'embedded' ? setUrl(address) : undefined),
  };
}

/**
 * Cancels what is queued after a confirmation, and says how many that were. The batch is paused while the confirmation is open, so
 * that its number stays true; without an answer the batch stays paused.
 */
function useCancelQueued(changes: Record<'pause' | 'resume' | 'cancel', () => Promise<Batch>>) {
  const { pause, resume, cancel } = changes;
  const host = useHost();
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);

  return async (batch: Batch): Promise<void> => {
    const paused = batch.paused ? batch : await pause();
    const { queued } = paused.counts;
    if (queued === 0) return host.toast('info', t('page.cancelQuestion.nothing'));
    const outcome = await host.confirm({
      title: t('page.cancelQuestion.title'),
      message: `${t('page.cancelQuestion.message', pluralArgs(queued, language))}\n${t('page.cancelQuestion.rest')}`,
      confirmText: t('page.cancelQuestion.confirm'),
      cancelText: t(batch.paused ? 'page.cancelQuestion.keepPaused' : 'page.cancelQuestion.keep'),
      variant: 'danger',
      unanswered: t('unanswered.cancel'),
    });
    // The host may still show the confirmation, which says that nothing is sent meanwhile.
    if (outcome === 'unanswered') return;
    if (outcome === 'declined') {
      if (!batch.paused && isMounted.current) await resume();
      return;
    }
    const { counts } = await cancel();
    const canceled = counts.canceled - paused.counts.canceled;
    if (canceled === 0) return host.toast('info', t('page.cancelQuestion.nothing'));
    host.toast('success', t('page.cancelQuestion.done', pluralArgs(canceled, language)));
  };
}
