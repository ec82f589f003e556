import type { DeliveryBatch } from '../../../contract/delivery.ts';
import type { Database } from '../../storage/database.ts';
import { findConflicts } from './conflicts.ts';
import { insertBatch } from './insertBatch.ts';
import type { DeliveryRequestInput, Requester } from './requester.ts';

/**
 * Writes down what is to be sent, and what is held back. An order named twice is taken once.
 * Runs in the caller's transaction after `lockStore`, so that a batch is there as a whole or not at all, and nobody
 * queues the same orders meanwhile.
 */
export async function enqueue(
  transaction: Database,
  asked: Requester,
  { orders: named, allowRepeat, undoSeconds }: DeliveryRequestInput,
  randomId: () => string,
): Promise<DeliveryBatch> {
  const orders = firstOfEach(named);
  const orderIds = orders.map(({ orderId }) => orderId);
  const held = await findConflicts(transaction, asked, orderIds, { repeat: allowRepeat });
  return insertBatch(transaction, asked, { orders, held, undoSeconds, retryOf: null }, randomId);
}

/** Each order once, as it was named first. */
export function firstOfEach<Order extends { orderId: number }>(orders: readonly Order[]): Order[] {
  const byOrder = new Map<number, Order>();
  for (const order of orders) {
    if (!byOrder.has(order.orderId)) byOrder.set(order.orderId, order);
  }
  return [...byOrder.values()];
}
