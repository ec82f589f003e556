import type { DeliveryPreview } from '../../../contract/batch.ts';
import type { RateLimiter } from '../../salla/rateLimit/rateLimiter.ts';
import type { Database } from '../../storage/database.ts';
import { findQueue, secondsLeftOfNew } from '../worker/queueEstimate.ts';
import { findConflicts } from './conflicts.ts';
import { distinctOrders } from './enqueue.ts';
import type { DeliveryRequestInput, Requester } from './requester.ts';

/**
 * What requesting these orders would do now. Writes nothing, so the request itself may differ. Before a store's first batch the rate
 * limit is known only from this process's own calls.
 */
export async function previewDeliveries(
  { database, rateLimiter }: { database: Database; rateLimiter: Pick<RateLimiter, 'snapshot'> },
  requester: Pick<Requester, 'storeId' | 'at' | 'holdBackMs'>,
  { orders, allowRepeat }: Pick<DeliveryRequestInput, 'orders' | 'allowRepeat'>,
): Promise<DeliveryPreview> {
  const orderIds = distinctOrders(orders).map(({ orderId }) => orderId);
  const [conflicts, queue] = await Promise.all([
    findConflicts(database, requester, orderIds, {}),
    findQueue(database, requester.storeId),
  ]);
  const rate = queue.rate ?? rateLimiter.snapshot(requester.storeId);
  const reasons = [...conflicts.values()].map(({ reason }) => reason);
  const sentRecently = reasons.filter((reason) => reason === 'sent_recently').length;
  const alreadyQueued = reasons.length - sentRecently;
  const skipped = allowRepeat ? alreadyQueued : reasons.length;
  const toSend = orderIds.length - skipped;
  return {
    orders: orderIds.length,
    sentRecently,
    alreadyQueued,
    toSend,
    secondsLeft: secondsLeftOfNew({ ...queue, rate }, toSend, requester.at),
  };
}
