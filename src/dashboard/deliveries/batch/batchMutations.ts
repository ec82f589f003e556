import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Delivery, SkippedDelivery } from '../../../contract/delivery.ts';
import { endpoints } from '../../../contract/endpoints.ts';
import { paths } from '../../../contract/pagePaths.ts';
import { api } from '../../api/api.ts';
import { useHost } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { recordDelivery } from '../recordDelivery.ts';
import { requestDeliveries } from '../resend/requestDeliveries.ts';
import { useConfirmedChange } from '../useConfirmedChange.ts';
import { useSetBatch } from './useBatchView.ts';

const idsOf = (deliveries: readonly Delivery[]) => deliveries.map(({ id }) => id);

/** Marks unconfirmed deliveries of a batch as sent. */
export function useMarkSent(batchId: string) {
  const queryClient = useQueryClient();
  const setBatch = useSetBatch();
  return useConfirmedChange(async (deliveries: readonly Delivery[]) => {
    const body = { deliveryIds: idsOf(deliveries), outcome: 'sent' } as const;
    const { data } = await api(endpoints.resolveBatch(batchId), { body });
    setBatch(data);
    for (const delivery of deliveries) recordDelivery(queryClient, { ...delivery, state: 'sent' });
    return data;
  });
}

/** Retries deliveries of a batch as a batch of their own and opens its page. Null: all that failed. */
export function useRetry(batchId: string) {
  const navigate = useNavigate();
  return useConfirmedChange(async (chosen: readonly Delivery[] | null) => {
    const body = chosen === null ? {} : { deliveryIds: idsOf(chosen) };
    const { data } = await api(endpoints.retryBatch(batchId), { body });
    await navigate({ to: paths.batch, params: { batchId: data.batchId } });
    return data;
  });
}

/** Sends skipped orders anyway, as a batch of their own, and opens its page. */
export function useSendSkipped() {
  const navigate = useNavigate();
  const host = useHost();
  const { t } = useTranslation('deliveries');
  return useConfirmedChange(async (skipped: readonly SkippedDelivery[]) => {
    const orders = skipped.map(({ orderId, delivery: { invoiceId } }) =>
      invoiceId === null ? { orderId } : { orderId, invoiceId },
    );
    const randomId = () => crypto.randomUUID();
    const request = { orders, allowRepeat: true };
    const batch = await requestDeliveries(request, { host, t, randomId });
    if (batch !== null) await navigate({ to: paths.batch, params: { batchId: batch.batchId } });
    return batch;
  });
}
