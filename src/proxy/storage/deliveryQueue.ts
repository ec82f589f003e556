/** The queue's statements on `deliveries`: what is due, claims, and what becomes of a claim. */
import { type SelectQueryBuilder, sql } from 'kysely';
import type { DeliveryReason } from '../../contract/delivery.ts';
import type { DeliveryState } from '../../contract/deliveryStates.ts';
import { maximumUndoSeconds } from '../../contract/limits.ts';
import { lockBatch } from './batches.ts';
import type { Database } from './database.ts';
import type { DeliveryRow } from './deliveries.ts';
import { notPausedLiteral, queuedLiteral, sendingLiteral } from './partialIndexes.ts';
import { prepare } from './prepare.ts';
import type { Schema } from './schema.ts';
import type { QueueOwner } from './storeQueues.ts';

/**
 * How long a claim lasts without renewal. The queue's owner renews its claims every few seconds, so only a process that has
 * ended or hangs loses them.
 */
export const claimMs = 60_000;

/** Idle time over an hour (paused, stopped, proxy down) doesn't count toward the 24 h after which a delivery is given up. */
const idleMs = 60 * 60_000;

/**
 * A delivery that is being sent. Its outcome is written only if its `claim` is still the row's: a write whose answer was lost
 * is repeated, and may find a newer claim.
 */
export type Claimed = DeliveryRow;

/** A queue with deliveries that are neither paused nor stopped. `due`: when the next one may be sent, epoch ms. */
export interface QueueWithWork extends QueueOwner {
  storeId: number;
  due: number;
}

const queuesWithWork = prepare((database) =>
  database
    .withRecursive('waiting(store_id)', (db) => {
      // From each store's first row to the next store's: the cost grows with the stores that have work, not with their rows.
      const first = db
        .selectFrom('deliveries')
        .select('store_id')
        .where('state', '=', queuedLiteral)
        .where('paused', '=', notPausedLiteral)
        .orderBy('store_id')
        .limit(1);
      return db.selectNoFrom(first.as('store_id')).unionAll(
        db
          .selectFrom('waiting')
          .select(first.where('store_id', '>', sql.ref<number>('waiting.store_id')).as('store_id'))
          .where('waiting.store_id', 'is not', null),
      );
    })
    .selectFrom('waiting')
    .leftJoin('store_queues', 'store_queues.store_id', 'waiting.store_id')
    .select(['waiting.store_id', 'owner', 'lease_until'])
    .select(({ selectFrom }) =>
      selectFrom('deliveries')
        .select('not_before')
        .whereRef('deliveries.store_id', '=', 'waiting.store_id')
        .where('state', '=', queuedLiteral)
        .where('paused', '=', notPausedLiteral)
        .orderBy('not_before')
        .limit(1)
        .as('due'),
    )
    .where('waiting.store_id', 'is not', null)
    .where('stopped', 'is', null),
);

/** One statement for all stores, nearly free if nothing is queued. */
export async function listQueuesWithWork(database: Database): Promise<QueueWithWork[]> {
  const rows = await queuesWithWork(database, null);
  return rows.flatMap(({ store_id: storeId, owner, lease_until: until, due }) =>
    storeId === null || due === null ? [] : [{ storeId, owner, leaseUntil: until ?? 0, due }],
  );
}

interface ClaimRequest {
  storeId: number;
  /** Must hold the lease of the store's queue. */
  owner: string;
  /** Epoch ms. */
  now: number;
  /** False for single resends only, which somebody waits for. */
  includeBulk: boolean;
}

/** The store's next delivery: single ones first, then in the order of the requests. None if `owner` doesn't hold the lease. */
function nextOf<Found>(
  deliveries: SelectQueryBuilder<Schema, 'deliveries', Found>,
  { storeId, owner, now, includeBulk }: ClaimRequest,
) {
  return (
    deliveries
      .where('deliveries.store_id', '=', storeId)
      .where('state', '=', queuedLiteral)
      .where('paused', '=', notPausedLiteral)
      .where('bulk', '<=', includeBulk ? 1 : 0)
      // As a sum, so that the database reads in the order of the queue's index and stops at the first match.
      .where(({ eb }) => eb('not_before', '+', 0), '<=', now)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('store_queues')
            .select('store_queues.store_id')
            .where('store_queues.store_id', '=', storeId)
            .where('store_queues.owner', '=', owner)
            .where('store_queues.lease_until', '>', now)
            .where('stopped', 'is', null),
        ),
      )
      .orderBy('bulk')
      .orderBy('requested_at')
      .orderBy('position')
      .limit(1)
  );
}

/** The urgency of the store's next delivery; null if none may be sent now. */
export async function findNextUrgency(
  database: Database,
  request: ClaimRequest,
): Promise<'interactive' | 'bulk' | null> {
  const row = await nextOf(
    database.selectFrom('deliveries').select('bulk'),
    request,
  ).executeTakeFirst();
  if (row === undefined) return null;
  return row.bulk === 1 ? 'bulk' : 'interactive';
}

/** Claims the store's next delivery in one statement: `sending` is committed before the call leaves. */
export async function claimNext(
  database: Database,
  request: ClaimRequest,
): Promise<Claimed | null> {
  const { owner, now } = request;
  const row = await database
    .updateTable('deliveries')
    .set(({ eb, fn, val }) => ({
      state: 'sending',
      reason: null,
      message: null,
      attempts: eb('attempts', '+', 1),
      first_attempt_at: eb
        .case()
        .when('not_before', '>', now - idleMs)
        .then(fn.coalesce('first_attempt_at', val(now)))
        .else(val(now))
        .end(),
      claim: eb('claim', '+', 1),
      lease_owner: owner,
      lease_until: now + claimMs,
    }))
    .where('id', '=', ({ selectFrom }) =>
      nextOf(selectFrom('deliveries').select('deliveries.id'), request),
    )
    .where('state', '=', queuedLiteral)
    .where('paused', '=', notPausedLiteral)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** Renews the owner's claims on the store's deliveries. */
export async function renewClaims(
  database: Database,
  { storeId, owner, now }: Pick<ClaimRequest, 'storeId' | 'owner' | 'now'>,
): Promise<void> {
  await database
    .updateTable('deliveries')
    .set({ lease_until: now + claimMs })
    .where('store_id', '=', storeId)
    .where('state', '=', sendingLiteral)
    .where('lease_owner', '=', owner)
    .execute();
}

const noLease = { lease_owner: null, lease_until: null } as const;

/** A final outcome, as columns. */
export interface FinalOutcome {
  state: 'sent' | 'failed' | 'unconfirmed';
  reason: DeliveryReason | null;
  message: string | null;
  finished_at: number;
}

/**
 * Stores a claim's final outcome. A claim that was taken for dead meanwhile (`interrupted`) still tells the truth, unless a person
 * has decided. Returns the new state; null if the row belongs to another claim.
 */
export async function finishClaim(
  database: Database,
  claimed: Claimed,
  outcome: FinalOutcome,
): Promise<DeliveryState | null> {
  const row = await database
    .updateTable('deliveries')
    .set(outcome)
    .where('id', '=', claimed.id)
    .where('claim', '=', claimed.claim)
    .where(({ or, and, eb }) =>
      or([
        eb('state', '=', 'sending'),
        and([eb('state', '=', 'unconfirmed'), eb('reason', '=', 'interrupted')]),
      ]),
    )
    .returning('state')
    .executeTakeFirst();
  return row?.state ?? null;
}

/**
 * Puts a claimed delivery that Salla did not accept back into the queue until `notBefore` (epoch ms), or cancels it if its batch was
 * canceled meanwhile. Only from `sending`: an interrupted one may already be followed by another. Returns as `finishClaim`.
 */
export async function requeueClaim(
  transaction: Database,
  claimed: Claimed,
  { notBefore, now }: { notBefore: number; now: number },
): Promise<DeliveryState | null> {
  return returnClaim(transaction, claimed, now, { not_before: notBefore });
}

/** Undoes a claim without a call: it doesn't count as an attempt. Returns as `finishClaim`. */
export async function releaseClaim(
  transaction: Database,
  claimed: Claimed,
  now: number,
): Promise<DeliveryState | null> {
  return returnClaim(transaction, claimed, now, { attempts: claimed.attempts - 1 });
}

/** Locks the batch first, so that it is neither paused nor canceled before the delivery is back in the queue. */
async function returnClaim(
  transaction: Database,
  { id, claim, batch_id: batchId }: Claimed,
  now: number,
  changes: { not_before?: number; attempts?: number },
): Promise<DeliveryState | null> {
  const batch = await lockBatch(transaction, batchId);
  const isCanceled = batch?.canceled === 1;
  const row = await transaction
    .updateTable('deliveries')
    .set({
      ...noLease,
      ...(changes.attempts === undefined ? {} : { attempts: changes.attempts }),
      ...(isCanceled
        ? { state: 'canceled', finished_at: now }
        : { state: 'queued', paused: batch?.paused ?? 0, ...changes }),
    })
    .where('id', '=', id)
    .where('claim', '=', claim)
    .where('state', '=', 'sending')
    .returning('state')
    .executeTakeFirst();
  return row?.state ?? null;
}

/** A claim as another process sees it. */
export type ClaimRow = Pick<
  DeliveryRow,
  'id' | 'store_id' | 'claim' | 'lease_owner' | 'lease_until'
>;

export function listClaims(database: Database): Promise<ClaimRow[]> {
  return database
    .selectFrom('deliveries')
    .select(['id', 'store_id', 'claim', 'lease_owner', 'lease_until'])
    .where('state', '=', sendingLiteral)
    .execute();
}

/** Ends a dead claim as `unconfirmed`, if it is still the claim that was seen. Returns whether it was. */
export async function interruptClaim(
  database: Database,
  claim: ClaimRow,
  now: number,
): Promise<boolean> {
  const row = await database
    .updateTable('deliveries')
    .set({ state: 'unconfirmed', reason: 'interrupted', finished_at: now })
    .where('id', '=', claim.id)
    .where('claim', '=', claim.claim)
    .where('lease_until', 'is not distinct from', claim.lease_until)
    .where('state', '=', 'sending')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Limits how long queued deliveries wait to the longest undo time: after the clock went back, they would wait for as long as it went
 * back. `now` in epoch ms.
 */
export async function clampNotBefore(database: Database, now: number): Promise<void> {
  const until = now + maximumUndoSeconds * 1000;
  const batches = await database
    .selectFrom('deliveries')
    .select('batch_id')
    .distinct()
    .where('state', '=', queuedLiteral)
    .where('not_before', '>', until)
    .execute();
  for (const { batch_id: batchId } of batches) {
    await database.transaction().execute(async (transaction) => {
      await lockBatch(transaction, batchId);
      await transaction
        .updateTable('deliveries')
        .set({ not_before: until })
        .where('batch_id', '=', batchId)
        .where('state', '=', queuedLiteral)
        .where('not_before', '>', until)
        .execute();
    });
  }
}

/** How many deliveries of a batch are queued, and when it was requested (epoch ms). */
export interface QueuedOfBatch {
  batchId: string;
  bulk: 0 | 1;
  requestedAt: number;
  count: number;
}

/** The store's queued deliveries by batch, without paused batches. */
export async function countQueuedByBatch(
  database: Database,
  storeId: number,
): Promise<QueuedOfBatch[]> {
  const queued = database
    .selectFrom('deliveries')
    .select(({ fn }) => ['batch_id', 'bulk', 'requested_at', fn.countAll<number>().as('count')])
    .where('store_id', '=', storeId)
    .where('state', '=', queuedLiteral)
    .groupBy(['bulk', 'requested_at', 'batch_id']);
  const rows = await database
    .selectFrom(queued.as('queued'))
    .innerJoin('batches', 'batches.id', 'queued.batch_id')
    .select(['queued.batch_id', 'queued.bulk', 'queued.requested_at', 'queued.count'])
    .where('batches.paused', '=', 0)
    .execute();
  return rows.map((row) => ({
    batchId: row.batch_id,
    bulk: row.bulk,
    requestedAt: row.requested_at,
    count: Number(row.count),
  }));
}
