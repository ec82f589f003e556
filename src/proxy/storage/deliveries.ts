import type { Selectable } from 'kysely';
import type { Delivery, DeliveryReason } from '../../contract/delivery.ts';
import type { Database } from './database.ts';
import { findQueueState } from './queueStates.ts';
import type { Schema } from './schema.ts';

export type DeliveryRow = Selectable<Schema['deliveries']>;

/** What a row says to people. `stopped` is why its store's queue is, if it is: what is queued waits for that. */
export function toDelivery(row: DeliveryRow, stopped: 'reconnect' | null): Delivery {
  return {
    id: row.id,
    batchId: row.batch_id,
    orderId: row.order_id,
    invoiceId: row.invoice_id,
    state: row.state,
    reason: reasonOf(row, stopped),
    message: row.message,
    attempts: row.attempts,
    requestedBy: { id: row.requested_by_id, name: row.requested_by_name },
    requestedAt: toInstant(row.requested_at),
    requestedFrom: row.requested_from,
    finishedAt: row.finished_at === null ? null : toInstant(row.finished_at),
    resolvedBy:
      row.resolved_by_id === null ? null : { id: row.resolved_by_id, name: row.resolved_by_name },
    followedBy: row.followed_by,
  };
}

/** Why it is as it is; one that is queued where its store's queue is stopped waits for the same. */
export function reasonOf(
  { state, reason }: Pick<DeliveryRow, 'state' | 'reason'>,
  stopped: 'reconnect' | null,
): DeliveryReason | null {
  return state === 'queued' ? (stopped ?? reason) : reason;
}

/** What a store's rows say to people now. */
export async function toDeliveries(
  database: Database,
  storeId: number,
  rows: readonly DeliveryRow[],
): Promise<Delivery[]> {
  const stopped = await findStoppedFor(database, storeId, rows);
  return rows.map((row) => toDelivery(row, stopped));
}

/** Why the store's queue is stopped, asked only where one of the rows is queued: most lists have none. */
export async function findStoppedFor(
  database: Database,
  storeId: number,
  rows: readonly Pick<DeliveryRow, 'state'>[],
): Promise<'reconnect' | null> {
  if (!rows.some(({ state }) => state === 'queued')) return null;
  return (await findQueueState(database, storeId)).stopped;
}

export async function findDelivery(
  database: Database,
  storeId: number,
  id: string,
): Promise<DeliveryRow | null> {
  const row = await database
    .selectFrom('deliveries')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export function toInstant(at: number): string {
  return new Date(at).toISOString();
}
