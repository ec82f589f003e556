import { useEffect, useRef } from 'react';
import type { Batch } from '../../../contract/batch.ts';
import { useHost, useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { counted } from './counted.ts';

export interface BatchChanges {
  pause: () => Promise<Batch>;
  resume: () => Promise<Batch>;
  cancel: () => Promise<Batch>;
}

/**
 * Asks whether what waits is to be cancelled, does it, and says how many that were. The batch is paused while the question
 * is open, so that what it says stays true; a person who leaves it unanswered finds the batch paused.
 */
export function useCancelRest({ pause, resume, cancel }: BatchChanges) {
  const host = useHost();
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  return async (batch: Batch): Promise<void> => {
    const held = batch.paused ? batch : await pause();
    const waiting = held.counts.queued;
    if (waiting === 0) return host.toast('info', t('page.cancelQuestion.nothing'));
    const outcome = await host.confirm({
      title: t('page.cancelQuestion.title'),
      message: `${t('page.cancelQuestion.message', counted(waiting, language))}\n${t('page.cancelQuestion.rest')}`,
      confirmText: t('page.cancelQuestion.confirm'),
      cancelText: t(batch.paused ? 'page.cancelQuestion.keepPaused' : 'page.cancelQuestion.keep'),
      variant: 'danger',
      unanswered: t('unanswered.cancel'),
    });
    // The host may still show the question, which says that nothing goes out meanwhile.
    if (outcome === 'unanswered') return;
    if (outcome === 'declined') {
      if (!batch.paused && here.current) await resume();
      return;
    }
    const { counts } = await cancel();
    const canceled = counts.canceled - held.counts.canceled;
    if (canceled === 0) return host.toast('info', t('page.cancelQuestion.nothing'));
    host.toast('success', t('page.cancelQuestion.done', counted(canceled, language)));
  };
}
