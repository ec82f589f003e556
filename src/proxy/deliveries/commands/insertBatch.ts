import type { DeliveryBatch } from '../../../contract/delivery.ts';
import { insertBatchRow } from '../../storage/batches.ts';
import type { Database } from '../../storage/database.ts';
import {
  type DeliveryRow,
  insertDeliveries,
  linkRetries,
  toDelivery,
} from '../../storage/deliveries.ts';
import { insertSkippedOrders } from '../../storage/skippedOrders.ts';
import { findQueueState } from '../../storage/storeQueues.ts';
import type { Conflict } from './conflicts.ts';
import type { RequestedOrder, Requester } from './requester.ts';

export interface NewBatch {
  /** Each order once. */
  orders: readonly RequestedOrder[];
  /** The conflicts of these orders: they are skipped. */
  conflicts: ReadonlyMap<number, Conflict>;
  undoSeconds: number;
  /** The batch whose deliveries are retried. */
  retryOf: string | null;
}

/** Inserts a batch with its deliveries and skipped orders. In the caller's transaction, after `lockConnectedStore`. */
export async function insertBatch(
  transaction: Database,
  requester: Requester,
  { orders, conflicts, undoSeconds, retryOf }: NewBatch,
  randomId: () => string,
): Promise<DeliveryBatch> {
  const batchId = randomId();
  const { storeId } = requester;
  const requested = {
    store_id: storeId,
    requested_by_id: requester.by.id,
    requested_by_name: requester.by.name,
    requested_at: requester.at,
    requested_from: requester.from,
  };
  await insertBatchRow(transaction, { ...requested, id: batchId, retry_of: retryOf });
  const rows = await insertDeliveries(
    transaction,
    orders
      .filter(({ orderId }) => !conflicts.has(orderId))
      .map((order, position) => ({
        ...requested,
        id: randomId(),
        batch_id: batchId,
        position,
        order_id: order.orderId,
        invoice_id: order.invoiceId ?? null,
        not_before: requester.at + undoSeconds * 1000,
        retry_of: order.retryOf ?? null,
        // Somebody waits for a single one.
        bulk: orders.length > 1 ? 1 : 0,
      })),
  );
  const skipped = orders.flatMap(({ orderId }) => conflicts.get(orderId) ?? []);
  await insertSkippedOrders(
    transaction,
    skipped.map(({ orderId, reason, row }, position) => ({
      store_id: storeId,
      batch_id: batchId,
      position,
      order_id: orderId,
      reason,
      delivery_id: row.id,
    })),
  );
  const { stopped } = await findQueueState(transaction, storeId);
  return {
    batchId,
    deliveries: rows.map((row) => toDelivery(row, stopped)),
    skipped: skipped.map(({ orderId, reason, row }) => {
      return { orderId, reason, delivery: toDelivery(row, stopped) };
    }),
  };
}

/** Inserts a batch that retries deliveries of one batch, except orders with a conflict. Like `insertBatch`. */
export async function insertRetries(
  transaction: Database,
  requester: Requester,
  retried: readonly DeliveryRow[],
  conflicts: ReadonlyMap<number, Conflict>,
  randomId: () => string,
): Promise<DeliveryBatch> {
  const orders = retried.map(({ id, order_id: orderId, invoice_id: invoiceId }) => {
    return { orderId, invoiceId, retryOf: id };
  });
  const retryOf = retried[0]?.batch_id ?? null;
  const batch = await insertBatch(
    transaction,
    requester,
    { orders, conflicts, undoSeconds: 0, retryOf },
    randomId,
  );
  await linkRetries(transaction, batch.batchId);
  return batch;
}
