import { createHash } from 'node:crypto';
import { DeliveryBatch } from '../../../contract/delivery.ts';
import type { Database } from '../../storage/database.ts';
import { findIdempotencyKey, insertIdempotencyKey } from '../../storage/idempotencyKeys.ts';
import { lockConnectedStore } from '../../storage/stores.ts';
import { findConflicts } from './conflicts.ts';
import { insertBatch } from './insertBatch.ts';
import type { DeliveryRequestInput, Requester } from './requester.ts';

/** A request to send with its Idempotency-Key. */
export interface KeyedRequest {
  key: string;
  request: DeliveryRequestInput;
}

type Answer = DeliveryBatch | 'key_used_for_other';

/** The answer to an earlier request with this key; null for a new key. */
export async function findEarlierAnswer(
  database: Database,
  { storeId, at }: Requester,
  { key, request }: KeyedRequest,
): Promise<Answer | null> {
  const used = await findIdempotencyKey(database, storeId, key, at);
  if (used === null) return null;
  return used.requestHash === hashOf(request)
    ? DeliveryBatch.parse(used.answer)
    : 'key_used_for_other';
}

/**
 * Queues the orders of a request, once per key: a repeat gets the first answer and queues nothing. Two requests are the same if their
 * bodies are, whatever `orders` (the request's, with checked invoices) was found to be. The undo time starts when it is queued.
 */
export async function enqueueOnce(
  { database, now, randomId }: { database: Database; now: () => number; randomId: () => string },
  requester: Requester,
  { key, request, orders }: KeyedRequest & { orders: DeliveryRequestInput['orders'] },
): Promise<Answer> {
  const { storeId } = requester;
  return database.transaction().execute(async (transaction) => {
    await lockConnectedStore(transaction, storeId);
    const asOfNow = { ...requester, at: now() };
    const earlier = await findEarlierAnswer(transaction, asOfNow, { key, request });
    if (earlier !== null) return earlier;
    const answer = await enqueue(transaction, asOfNow, { ...request, orders }, randomId);
    const requestHash = hashOf(request);
    await insertIdempotencyKey(transaction, { storeId, key, requestHash, answer, now: asOfNow.at });
    return answer;
  });
}

/** Inserts what is to be sent and what is skipped. In a transaction, so that a batch is there as a whole or not at all. */
async function enqueue(
  transaction: Database,
  requester: Requester,
  request: DeliveryRequestInput,
  randomId: () => string,
): Promise<DeliveryBatch> {
  const orders = distinctOrders(request.orders);
  const orderIds = orders.map(({ orderId }) => orderId);
  const { allowRepeat, undoSeconds } = request;
  const conflicts = await findConflicts(transaction, requester, orderIds, { allowRepeat });
  const batch = { orders, conflicts, undoSeconds, retryOf: null };
  return insertBatch(transaction, requester, batch, randomId);
}

/** Each order once, as it was first named. */
export function distinctOrders<Order extends { orderId: number }>(
  orders: readonly Order[],
): Order[] {
  const byOrder = new Map<number, Order>();
  for (const order of orders) {
    if (!byOrder.has(order.orderId)) byOrder.set(order.orderId, order);
  }
  return [...byOrder.values()];
}

function hashOf(request: DeliveryRequestInput): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('hex');
}
