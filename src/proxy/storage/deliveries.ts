/** The table `deliveries`: rows, and the statements behind commands. The queue's are in deliveryQueue.ts, lists in deliveryLists.ts. */
import type { Selectable } from 'kysely';
import type { StaffMember } from '../../contract/common.ts';
import type { Delivery, DeliveryReason } from '../../contract/delivery.ts';
import {
  activeStates,
  blockingStates,
  type DeliveryState,
  retryableStates,
} from '../../contract/deliveryStates.ts';
import { inChunks } from './chunks.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';
import { findQueueState } from './storeQueues.ts';

export type DeliveryRow = Selectable<Schema['deliveries']>;

/** A row as the API has it. `stopped`: why its store's queue is stopped, if it is; queued deliveries wait for that. */
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

/** The reason of a row's state; a queued one in a stopped queue has the queue's. */
export function reasonOf(
  { state, reason }: Pick<DeliveryRow, 'state' | 'reason'>,
  stopped: 'reconnect' | null,
): DeliveryReason | null {
  return state === 'queued' ? (stopped ?? reason) : reason;
}

/** One store's rows as the API has them. */
export async function toDeliveries(
  database: Database,
  storeId: number,
  rows: readonly DeliveryRow[],
): Promise<Delivery[]> {
  const stopped = await findStoppedFor(database, storeId, rows);
  return rows.map((row) => toDelivery(row, stopped));
}

/** Why the store's queue is stopped. Reads it only if a row is queued: most lists have none. */
export async function findStoppedFor(
  database: Database,
  storeId: number,
  rows: readonly Pick<DeliveryRow, 'state'>[],
): Promise<'reconnect' | null> {
  if (!rows.some(({ state }) => state === 'queued')) return null;
  return (await findQueueState(database, storeId)).stopped;
}

/** Epoch ms as ISO 8601 in UTC. */
export function toInstant(at: number): string {
  return new Date(at).toISOString();
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

/**
 * The orders' deliveries that are active, or, unless `allowSent`, were sent or may have been sent after `sentAfter` (epoch ms).
 * Unordered: for an order SQLite would read the whole table in that order.
 */
export async function listConflicting(
  database: Database,
  storeId: number,
  orderIds: readonly number[],
  { sentAfter, allowSent }: { sentAfter: number; allowSent: boolean },
): Promise<DeliveryRow[]> {
  const rows: DeliveryRow[] = [];
  for (const chunk of inChunks(orderIds)) {
    const found = await database
      .selectFrom('deliveries')
      .selectAll()
      .where('store_id', '=', storeId)
      .where('order_id', 'in', chunk)
      .where(({ or, eb, and }) =>
        or([
          eb('state', 'in', activeStates),
          ...(allowSent
            ? []
            : [and([eb('state', 'in', blockingStates), eb('finished_at', '>', sentAfter)])]),
        ]),
      )
      .execute();
    rows.push(...found);
  }
  return rows;
}

/** A new row, queued and not yet claimed. */
export type NewDelivery = Pick<
  DeliveryRow,
  | 'id'
  | 'store_id'
  | 'batch_id'
  | 'position'
  | 'order_id'
  | 'invoice_id'
  | 'requested_by_id'
  | 'requested_by_name'
  | 'requested_at'
  | 'requested_from'
  | 'not_before'
  | 'retry_of'
  | 'bulk'
>;

const untouched = {
  state: 'queued',
  reason: null,
  message: null,
  attempts: 0,
  first_attempt_at: null,
  paused: 0,
  claim: 0,
  lease_owner: null,
  lease_until: null,
  finished_at: null,
  resolved_by_id: null,
  resolved_by_name: null,
  followed_by: null,
} as const;

export async function insertDeliveries(
  transaction: Database,
  deliveries: readonly NewDelivery[],
): Promise<DeliveryRow[]> {
  const rows = deliveries.map((delivery) => ({ ...untouched, ...delivery }));
  for (const chunk of inChunks(rows, { valuesEach: 26 })) {
    await transaction.insertInto('deliveries').values(chunk).execute();
  }
  return rows;
}

/** Points each retried delivery at the one of this batch that retries it. */
export async function linkRetries(transaction: Database, batchId: string): Promise<void> {
  await transaction
    .updateTable('deliveries')
    .from('deliveries as later')
    .set(({ ref }) => ({ followed_by: ref('later.id') }))
    .whereRef('later.retry_of', '=', 'deliveries.id')
    .where('later.batch_id', '=', batchId)
    .execute();
}

/** Cancels a queued delivery in one statement, so that it can't be claimed in between; null if it isn't queued. */
export async function cancelQueued(
  database: Database,
  storeId: number,
  id: string,
  now: number,
): Promise<DeliveryRow | null> {
  const row = await database
    .updateTable('deliveries')
    .set({ state: 'canceled', finished_at: now })
    .where('store_id', '=', storeId)
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

export async function cancelQueuedOfBatch(
  transaction: Database,
  batchId: string,
  now: number,
): Promise<void> {
  await transaction
    .updateTable('deliveries')
    .set({ state: 'canceled', finished_at: now })
    .where('batch_id', '=', batchId)
    .where('state', '=', 'queued')
    .execute();
}

export async function setPausedOfBatch(
  transaction: Database,
  batchId: string,
  paused: 0 | 1,
): Promise<void> {
  await transaction
    .updateTable('deliveries')
    .set({ paused })
    .where('batch_id', '=', batchId)
    .where('state', '=', 'queued')
    .execute();
}

/** A person's decision about an unconfirmed delivery. `finished_at` stays: that is when it may have been sent. */
export interface Decision {
  outcome: 'sent' | 'not_sent';
  by: StaffMember;
}

function decisionColumns({ outcome, by }: Decision) {
  return {
    state: outcome === 'sent' ? 'sent' : 'failed',
    resolved_by_id: by.id,
    resolved_by_name: by.name,
  } as const;
}

/** Null if it is not unconfirmed, or was retried. */
export async function resolveUnconfirmed(
  database: Database,
  storeId: number,
  id: string,
  decision: Decision,
): Promise<DeliveryRow | null> {
  const row = await database
    .updateTable('deliveries')
    .set(decisionColumns(decision))
    .where('store_id', '=', storeId)
    .where('id', '=', id)
    .where('state', '=', 'unconfirmed')
    .where('followed_by', 'is', null)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** Of a batch, after `lockDeliveriesOfBatch`. */
export async function resolveLocked(
  transaction: Database,
  batchId: string,
  ids: readonly string[],
  decision: Decision,
): Promise<void> {
  for (const chunk of inChunks(ids)) {
    await transaction
      .updateTable('deliveries')
      .set(decisionColumns(decision))
      .where('batch_id', '=', batchId)
      .where('id', 'in', chunk)
      .execute();
  }
}

/**
 * Locks a batch's deliveries in these states, in the order of the request: until the transaction ends nobody decides about them and
 * no late outcome is stored. `ids`: only these. After `lockStoreRow`, to avoid deadlocks.
 */
export async function lockDeliveriesOfBatch(
  transaction: Database,
  batchId: string,
  { states, ids }: { states: readonly DeliveryState[]; ids?: readonly string[] | undefined },
): Promise<DeliveryRow[]> {
  const rows: DeliveryRow[] = [];
  for (const chunk of ids === undefined ? [undefined] : inChunks([...new Set(ids)])) {
    const locked = transaction
      .updateTable('deliveries')
      .set(({ ref }) => ({ attempts: ref('attempts') }))
      .where('batch_id', '=', batchId)
      .where('state', 'in', states)
      .$if(chunk !== undefined, (query) => query.where('id', 'in', chunk ?? []))
      .returningAll();
    rows.push(...(await locked.execute()));
  }
  return rows.sort((one, other) => one.position - other.position);
}

/** Locks a delivery that can be retried, until the transaction ends; null if there is none, or it can't be. */
export async function lockRetryable(
  transaction: Database,
  storeId: number,
  id: string,
): Promise<DeliveryRow | null> {
  const row = await transaction
    .updateTable('deliveries')
    .set(({ ref }) => ({ attempts: ref('attempts') }))
    .where('store_id', '=', storeId)
    .where('id', '=', id)
    .where('state', 'in', retryableStates)
    .where('followed_by', 'is', null)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

export async function hasActiveDeliveries(database: Database, storeId: number): Promise<boolean> {
  const row = await database
    .selectFrom('deliveries')
    .select('id')
    .where('store_id', '=', storeId)
    .where('state', 'in', activeStates)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Of an uninstalled store: deletes what has ended, and pauses what is queued, without names and messages. What is being sent stays its
 * worker's, which may renew its claim: the cleanup comes back for it.
 */
export async function deleteEndedPauseQueued(
  transaction: Database,
  storeId: number,
): Promise<void> {
  await transaction
    .deleteFrom('deliveries')
    .where('store_id', '=', storeId)
    .where('state', 'not in', activeStates)
    .execute();
  await transaction
    .updateTable('deliveries')
    .set({ requested_by_name: null, message: null, paused: 1 })
    .where('store_id', '=', storeId)
    .where('state', '=', 'queued')
    .execute();
}

/** Deletes up to `limit` of the store's deliveries that ended before `before` (epoch ms), the oldest first. Returns how many. */
export async function deleteDeliveriesBefore(
  transaction: Database,
  storeId: number,
  before: number,
  limit: number,
): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('deliveries')
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('deliveries')
        .select('id')
        .where('store_id', '=', storeId)
        .where('requested_at', '<', before)
        .where('finished_at', '<', before)
        .orderBy('requested_at')
        .limit(limit),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
