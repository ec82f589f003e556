import { createHash } from 'node:crypto';
import { DeliveryBatch } from '../../contract/delivery.ts';
import type { Database } from '../storage/database.ts';
import { findIdempotencyKey, keepIdempotencyKey } from '../storage/idempotencyKeys.ts';
import { type Asked, enqueue, type Wanted } from './outbox.ts';

/**
 * Queues what is wanted, once per key: a repeat of the same call gets the first one's answer, and nothing
 * is queued. The same key for something else is refused.
 */
export async function enqueueOnce(
  database: Database,
  asked: Asked,
  { key, wanted }: { key: string; wanted: Wanted },
  randomId: () => string,
): Promise<DeliveryBatch | 'key_used_for_other'> {
  const requestHash = createHash('sha256').update(JSON.stringify(wanted)).digest('hex');
  const { storeId, at: now } = asked;
  return database.transaction().execute(async (transaction) => {
    const used = await findIdempotencyKey(transaction, storeId, key, now);
    if (used !== null && used.requestHash !== requestHash) return 'key_used_for_other';
    if (used !== null) return DeliveryBatch.parse(used.answer);
    const answer = await enqueue(transaction, asked, wanted, randomId);
    await keepIdempotencyKey(transaction, { storeId, key, requestHash, answer, now });
    return answer;
  });
}
