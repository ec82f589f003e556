import type { DeliveryBatch } from '../../../contract/delivery.ts';
import type { Database } from '../../storage/database.ts';
import { toDelivery } from '../../storage/deliveries.ts';
import { findQueueState } from '../../storage/queueStates.ts';
import type { Conflict } from './conflicts.ts';
import type { RequestedOrder, Requester } from './requester.ts';

/** SQLite takes a limited number of values in one statement. */
const rowsPerStatement = 100;

export interface NewBatch {
  /** Each once. */
  orders: readonly RequestedOrder[];
  /** Of these orders, those that are held back. */
  held: ReadonlyMap<number, Conflict>;
  undoSeconds: number;
  /** The batch whose deliveries are sent anew. */
  retryOf: string | null;
}

/** Writes a batch down: what is to be sent, and what is held back. In the caller's transaction, after `lockStore`. */
export async function insertBatch(
  transaction: Database,
  asked: Requester,
  { orders, held, undoSeconds, retryOf }: NewBatch,
  randomId: () => string,
): Promise<DeliveryBatch> {
  const batchId = randomId();
  const { storeId } = asked;
  const requested = {
    requested_by_id: asked.by.id,
    requested_by_name: asked.by.name,
    requested_at: asked.at,
    requested_from: asked.from,
  };
  await transaction
    .insertInto('batches')
    .values({ id: batchId, store_id: storeId, ...requested, paused: 0, retry_of: retryOf })
    .execute();
  const rows = orders
    .filter(({ orderId }) => !held.has(orderId))
    .map(
      (order, position) =>
        ({
          ...untouched,
          ...requested,
          id: randomId(),
          store_id: storeId,
          batch_id: batchId,
          position,
          order_id: order.orderId,
          invoice_id: order.invoiceId ?? null,
          not_before: asked.at + undoSeconds * 1000,
          retry_of: order.retryOf ?? null,
          // One alone is what somebody waits for.
          bulk: orders.length > 1 ? 1 : 0,
        }) as const,
    );
  for (const some of inParts(rows)) {
    await transaction.insertInto('deliveries').values(some).execute();
  }
  const skipped = orders.flatMap(({ orderId }) => held.get(orderId) ?? []);
  for (const some of inParts(skipped.map(toSkippedRow(storeId, batchId)))) {
    await transaction.insertInto('skipped_orders').values(some).execute();
  }
  const { stopped } = await findQueueState(transaction, storeId);
  return {
    batchId,
    deliveries: rows.map((row) => toDelivery(row, stopped)),
    skipped: skipped.map(({ orderId, reason, row }) => {
      return { orderId, reason, delivery: toDelivery(row, stopped) };
    }),
  };
}

/** A row as it is first written. */
const untouched = {
  state: 'queued',
  reason: null,
  message: null,
  attempts: 0,
  first_attempt_at: null,
  held: 0,
  claim: 0,
  lease_owner: null,
  lease_until: null,
  finished_at: null,
  resolved_by_id: null,
  resolved_by_name: null,
  followed_by: null,
} as const;

function toSkippedRow(storeId: number, batchId: string) {
  return ({ orderId, reason, row }: Conflict, position: number) => ({
    store_id: storeId,
    batch_id: batchId,
    position,
    order_id: orderId,
    reason,
    delivery_id: row.id,
  });
}

function inParts<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / rowsPerStatement);
  return Array.from({ length: count }, (_, part) =>
    rows.slice(part * rowsPerStatement, (part + 1) * rowsPerStatement),
  );
}
