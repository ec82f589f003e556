import type { DeliveryPreview } from '../../../contract/batch.ts';
import type { RateLimiter } from '../../salla/rateLimit/rateLimiter.ts';
import type { Database } from '../../storage/database.ts';
import { findQueue, secondsLeftOfNew } from '../worker/queue.ts';
import { findConflicts } from './conflicts.ts';
import { firstOfEach } from './outbox.ts';
import type { DeliveryRequestInput, Requester } from './requester.ts';

/**
 * What asking for these orders would do now. Nothing is written, so by then it may be otherwise. Before a store's first
 * batch only its own calls have told a process what Salla allows.
 */
export async function previewDeliveries(
  { database, pace }: { database: Database; pace: Pick<RateLimiter, 'snapshot'> },
  asked: Pick<Requester, 'storeId' | 'at' | 'holdBackMs'>,
  { orders: named, allowRepeat }: Pick<DeliveryRequestInput, 'orders' | 'allowRepeat'>,
): Promise<DeliveryPreview> {
  const orderIds = firstOfEach(named).map(({ orderId }) => orderId);
  const [held, queue] = await Promise.all([
    findConflicts(database, asked, orderIds, {}),
    findQueue(database, asked.storeId),
  ]);
  const rate = queue.rate ?? pace.snapshot(asked.storeId);
  const reasons = [...held.values()].map(({ reason }) => reason);
  const sentRecently = reasons.filter((reason) => reason === 'sent_recently').length;
  const alreadyQueued = reasons.length - sentRecently;
  const heldBack = allowRepeat ? alreadyQueued : reasons.length;
  const toSend = orderIds.length - heldBack;
  return {
    orders: orderIds.length,
    sentRecently,
    alreadyQueued,
    toSend,
    secondsLeft: secondsLeftOfNew({ ...queue, rate }, toSend, asked.at),
  };
}
