import { createHash } from 'node:crypto';
import { DeliveryBatch } from '../../../contract/delivery.ts';
import type { Database } from '../../storage/database.ts';
import { findIdempotencyKey, insertIdempotencyKey } from '../../storage/idempotencyKeys.ts';
import { lockConnectedStore } from '../../storage/stores.ts';
import { enqueue } from './outbox.ts';
import type { DeliveryRequestInput, Requester } from './requester.ts';

/** A call as it came: its key, and what it wants. */
export interface Call {
  key: string;
  wanted: DeliveryRequestInput;
}

type Answer = DeliveryBatch | 'key_used_for_other';

/** What an earlier call with this key was answered, null for a key that is new. The same key for something else is refused. */
export async function findEarlierAnswer(
  database: Database,
  { storeId, at }: Requester,
  { key, wanted }: Call,
): Promise<Answer | null> {
  const used = await findIdempotencyKey(database, storeId, key, at);
  if (used === null) return null;
  return used.requestHash === hashOf(wanted)
    ? DeliveryBatch.parse(used.answer)
    : 'key_used_for_other';
}

/**
 * Queues the orders of a call, once per key: a repeat of the same call gets the first one's answer, and nothing
 * is queued. Two calls are the same by what they want, whatever was found out about their orders since. The time to undo
 * begins when it is queued, however long finding out took. `now` in epoch ms.
 */
export async function enqueueOnce(
  { database, now, randomId }: { database: Database; now: () => number; randomId: () => string },
  asked: Requester,
  call: Call & { orders: DeliveryRequestInput['orders'] },
): Promise<Answer> {
  const { key, wanted, orders } = call;
  const { storeId } = asked;
  return database.transaction().execute(async (transaction) => {
    await lockConnectedStore(transaction, storeId);
    const at = now();
    const before = await findEarlierAnswer(transaction, { ...asked, at }, call);
    if (before !== null) return before;
    const answer = await enqueue(transaction, { ...asked, at }, { ...wanted, orders }, randomId);
    const requestHash = hashOf(wanted);
    await insertIdempotencyKey(transaction, { storeId, key, requestHash, answer, now: at });
    return answer;
  });
}

function hashOf(wanted: DeliveryRequestInput): string {
  return createHash('sha256').update(JSON.stringify(wanted)).digest('hex');
}
