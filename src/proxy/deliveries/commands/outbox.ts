import type { DeliveryBatch } from '../../../contract/delivery.ts';
import type { Database } from '../../storage/database.ts';
import { findInTheWay } from './conflicts.ts';
import { writeBatch } from './insertBatch.ts';
import type { Asked, Wanted } from './requester.ts';

/**
 * Writes down what is to be sent, and what is held back. An order named twice is taken once.
 * Runs in the caller's transaction after `lockStore`, so that a batch is there as a whole or not at all, and nobody
 * queues the same orders meanwhile.
 */
export async function enqueue(
  transaction: Database,
  asked: Asked,
  { orders: named, allowRepeat, undoSeconds }: Wanted,
  randomId: () => string,
): Promise<DeliveryBatch> {
  const orders = firstOfEach(named);
  const orderIds = orders.map(({ orderId }) => orderId);
  const held = await findInTheWay(transaction, asked, orderIds, { repeat: allowRepeat });
  return writeBatch(transaction, asked, { orders, held, undoSeconds, retryOf: null }, randomId);
}

/** Each order once, as it was named first. */
export function firstOfEach<Order extends { orderId: number }>(orders: readonly Order[]): Order[] {
  const byOrder = new Map<number, Order>();
  for (const order of orders) {
    if (!byOrder.has(order.orderId)) byOrder.set(order.orderId, order);
  }
  return [...byOrder.values()];
}
