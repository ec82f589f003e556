import type { Generated, Selectable } from 'kysely';
import type { Delivery, DeliveryReason } from '../../contract/delivery.ts';
import type { DeliveryState } from '../../contract/deliveryStates.ts';
import type { Database } from './database.ts';
import { findQueueState } from './queueStates.ts';

/** `first_attempt_at`: since when it is being tried without a longer rest. `bulk`: asked for together with others, so it lets single ones pass. `not_before` holds back one that can still be taken back, or waits to be tried again; `held` as long as its batch is paused; `claim` counts how often it was taken to be sent, and `lease_*` say who has it. */
export interface DeliveryTables {
  deliveries: {
    id: string;
    store_id: number;
    batch_id: string;
    position: number;
    order_id: number;
    invoice_id: number | null;
    state: DeliveryState;
    reason: DeliveryReason | null;
    message: string | null;
    attempts: number;
    first_attempt_at: number | null;
    requested_by_id: number;
    requested_by_name: string | null;
    requested_at: number;
    requested_from: 'tab' | 'embedded';
    not_before: number;
    held: Generated<0 | 1>;
    claim: Generated<number>;
    lease_owner: string | null;
    lease_until: number | null;
    finished_at: number | null;
    resolved_by_id: number | null;
    resolved_by_name: string | null;
    retry_of: string | null;
    followed_by: string | null;
    bulk: 0 | 1;
  };
}

export type DeliveryRow = Selectable<DeliveryTables['deliveries']>;

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
