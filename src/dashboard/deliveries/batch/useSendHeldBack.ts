import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { SkippedDelivery } from '../../../contract/delivery.ts';
import { paths } from '../../../contract/pagePaths.ts';
import { useHost, useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { refreshDeliveries } from '../recordDelivery.ts';
import { requestDeliveries } from '../resend/requestDeliveries.ts';
import { useProblemToast } from '../useProblemToast.ts';
import { counted } from './counted.ts';

/** Asks, sends what was held back as it was sent shortly before, and goes to the page of what that becomes. */
export function useSendHeldBack() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const host = useHost();
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const { t: deliveryWords } = useTranslation('deliveries');
  const toastProblem = useProblemToast();
  const [busy, setBusy] = useState(false);

  async function send(held: readonly SkippedDelivery[]) {
    const count = held.length;
    const isOpen = held.some(({ delivery }) => delivery.state === 'unconfirmed');
    const question = t('page.held.question', counted(count, language));
    const outcome = await host.confirm({
      title: t('page.held.questionTitle', counted(count, language)),
      message: isOpen ? `${question}\n${t('page.held.maybe')}` : question,
      confirmText: t('page.held.confirm'),
      cancelText: t('page.dismiss'),
      variant: 'warning',
      unanswered: t('unanswered.send'),
    });
    if (outcome !== 'confirmed') return;
    const orders = held.map(({ orderId, delivery: { invoiceId } }) =>
      invoiceId === null ? { orderId } : { orderId, invoiceId },
    );
    const randomId = () => crypto.randomUUID();
    const surroundings = { host, t: deliveryWords, randomId };
    const batch = await requestDeliveries({ orders, allowRepeat: true }, surroundings);
    refreshDeliveries(queryClient);
    if (batch === null) return;
    await navigate({ to: paths.batch, params: { batchId: batch.batchId } });
  }

  return {
    busy,
    send: async (held: readonly SkippedDelivery[]) => {
      if (busy) return;
      setBusy(true);
      await send(held)
        .catch(toastProblem)
        .finally(() => setBusy(false));
    },
  };
}
