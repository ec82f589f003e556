import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { BatchRetry } from '../../../contract/batch.ts';
import type { Delivery, DeliveryBatch } from '../../../contract/delivery.ts';
import { endpoints } from '../../../contract/endpoints.ts';
import { useHost, useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { api } from '../../lib/api.ts';
import { paths } from '../../paths.ts';
import { refreshDeliveries } from '../recordDelivery.ts';
import { useProblemToast } from '../useProblemToast.ts';
import { counted } from './counted.ts';

/** What is to be sent anew: how many, and which of them; all that failed where none are named. */
export interface Retry {
  count: number;
  chosen: readonly Delivery[] | null;
  /** How many of them had no address to be sent to. */
  withoutEmail: number;
}

/** Asks, sends a batch's failed ones anew as a batch of their own, and goes to its page. */
export function useRetry(batchId: string) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const host = useHost();
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const toastProblem = useProblemToast();
  const [busy, setBusy] = useState(false);

  async function retry({ count, chosen, withoutEmail }: Retry) {
    const noEmail =
      withoutEmail > 0 ? [t('page.retryQuestion.noEmail', counted(withoutEmail, language))] : [];
    const confirmed = await host.confirm({
      title: t('page.retryQuestion.title', counted(count, language)),
      message: [t('page.retryQuestion.message'), ...noEmail].join('\n'),
      confirmText: t('page.retryQuestion.confirm'),
      cancelText: t('page.dismiss'),
      variant: withoutEmail > 0 ? 'warning' : 'info',
    });
    if (!confirmed) return;
    const body: BatchRetry = chosen === null ? {} : { deliveryIds: chosen.map(({ id }) => id) };
    try {
      const path = endpoints.retryBatch(batchId);
      const { data } = await api.post<{ data: DeliveryBatch }>(path, body);
      await navigate({ to: paths.batch, params: { batchId: data.batchId } });
    } finally {
      refreshDeliveries(queryClient);
    }
  }

  return {
    busy,
    retry: async (what: Retry) => {
      if (busy) return;
      setBusy(true);
      await retry(what)
        .catch(toastProblem)
        .finally(() => setBusy(false));
    },
  };
}
