import type { DeliveryRequest } from '../../../contract/delivery.ts';
import type { Host } from '../../host/Host.ts';
import type { DeliveryWords } from '../deliveryWords.ts';
import { type BatchSpeech, batchQuestion, batchRepeatQuestion } from './batchQuestion.ts';
import { previewDeliveries, requestDeliveries } from './requestDeliveries.ts';

/** The orders whose invoices are to be sent again, and how many credit notes are among what was selected. */
export interface ChosenOrders {
  orders: DeliveryRequest['orders'];
  creditNotes: number;
}

export interface StartSurroundings extends BatchSpeech {
  host: Pick<Host, 'confirm'>;
  deliveryWords: DeliveryWords;
  randomId: () => string;
}

export type StartOutcome =
  | { outcome: 'started'; batchId: string }
  | { outcome: 'declined' }
  /** All of the orders are under way already. */
  | { outcome: 'under_way'; orders: number };

/**
 * Asks the proxy what would happen, asks the person once, and starts. What was sent a short while ago is left out,
 * and asked about where nothing else is left. Throws `ProblemError` where it can't go on.
 */
export async function startBatch(
  { orders, creditNotes }: ChosenOrders,
  { host, deliveryWords, randomId, ...speech }: StartSurroundings,
): Promise<StartOutcome> {
  const first = await previewDeliveries({ orders });
  const allowRepeat = first.toSend === 0 && first.sentRecently > 0;
  const preview = allowRepeat ? await previewDeliveries({ orders, allowRepeat }) : first;
  if (preview.toSend === 0) return { outcome: 'under_way', orders: preview.orders };
  const question = allowRepeat
    ? batchRepeatQuestion(preview, speech)
    : batchQuestion(preview, creditNotes, speech);
  if ((await host.confirm(question)) !== 'confirmed') return { outcome: 'declined' };
  const batch = await requestDeliveries(
    { orders, allowRepeat },
    { host, t: deliveryWords, randomId },
  );
  return batch === null ? { outcome: 'declined' } : { outcome: 'started', batchId: batch.batchId };
}
