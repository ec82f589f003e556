/** The table `store_queues`: who sends for a store, why its queue waits, and what Salla's headers said of its rate limit. */
import { sql } from 'kysely';
import type { RateSnapshot, RemoteRateInfo } from '../salla/rateLimit/types.ts';
import type { Database } from './database.ts';

/** The owner of a queue's lease; `leaseUntil` is by that owner's clock. */
export interface QueueOwner {
  owner: string | null;
  leaseUntil: number;
}

/** Why a circuit is open, and until when (epoch ms). */
export interface Backoff {
  reason: 'unavailable' | 'unclear';
  until: number;
}

export interface QueueState {
  /** The store's tokens are refused: the queue waits until the store is connected again. */
  stopped: 'reconnect' | null;
  backoff: Backoff | null;
  /** Null until Salla has said a limit. */
  rate: RateSnapshot | null;
}

/**
 * Acquires the lease of a queue that nobody owns, that is ours, or that is unchanged since `from` was seen. Returns what the
 * row says of the rate limit; null if another process owns it, or the store is gone. `rate` is written if the caller knows better.
 */
export async function acquireLease(
  database: Database,
  lease: { storeId: number; owner: string; until: number; from: QueueOwner | null },
  rate: RateSnapshot | null,
): Promise<RemoteRateInfo | null> {
  const { storeId, owner, until, from } = lease;
  const row = await database
    .insertInto('store_queues')
    .columns(['store_id', 'owner', 'lease_until'])
    .expression(({ selectFrom, val }) =>
      selectFrom('stores')
        .select(['id', val(owner).as('owner'), sql<number>`cast(${until} as bigint)`.as('until')])
        .where('id', '=', storeId),
    )
    .onConflict((conflict) =>
      conflict
        .column('store_id')
        .doUpdateSet({ owner, lease_until: until, ...rateColumns(rate) })
        .where(({ or, and, eb }) =>
          or([
            eb('store_queues.owner', 'is', null),
            eb('store_queues.owner', '=', owner),
            ...(from === null
              ? []
              : [
                  and([
                    eb('store_queues.owner', '=', from.owner),
                    eb('store_queues.lease_until', '=', from.leaseUntil),
                  ]),
                ]),
          ]),
        ),
    )
    .returning(['rate_limit', 'rate_remaining', 'rate_reset_at', 'browsed_at', 'refused_at'])
    .executeTakeFirst();
  if (row === undefined) return null;
  return { ...toRate(row), browsedAt: row.browsed_at, refusedAt: row.refused_at };
}

/** Hands the queue on to any process. */
export async function releaseLease(
  database: Database,
  { storeId, owner, rate }: { storeId: number; owner: string; rate: RateSnapshot | null },
): Promise<void> {
  await database
    .updateTable('store_queues')
    .set({ owner: null, lease_until: 0, ...rateColumns(rate) })
    .where('store_id', '=', storeId)
    .where('owner', '=', owner)
    .execute();
}

/** Tells a queue's owner when another process last called for a person, and was last told 429. */
export async function notifyOwner(
  database: Database,
  storeId: number,
  { browsedAt, refusedAt }: Pick<RemoteRateInfo, 'browsedAt' | 'refusedAt'>,
): Promise<void> {
  await database
    .updateTable('store_queues')
    .set(({ eb, ref }) => ({
      browsed_at: eb
        .case()
        .when('browsed_at', '<', browsedAt)
        .then(browsedAt)
        .else(ref('browsed_at'))
        .end(),
      refused_at: eb
        .case()
        .when('refused_at', '<', refusedAt)
        .then(refusedAt)
        .else(ref('refused_at'))
        .end(),
    }))
    .where('store_id', '=', storeId)
    .execute();
}

export async function findQueueState(database: Database, storeId: number): Promise<QueueState> {
  const row = await database
    .selectFrom('store_queues')
    .select([
      'stopped',
      'backoff_reason',
      'backoff_until',
      'rate_limit',
      'rate_remaining',
      'rate_reset_at',
    ])
    .where('store_id', '=', storeId)
    .executeTakeFirst();
  if (row === undefined) return { stopped: null, backoff: null, rate: null };
  const { stopped, backoff_reason: reason, backoff_until: until } = row;
  return {
    stopped,
    backoff: reason === null || until === null ? null : { reason, until },
    rate: toRate(row),
  };
}

/** Stores why the queue's owner backs off, for people who ask any process. */
export async function updateBackoff(
  database: Database,
  { storeId, owner, backoff }: { storeId: number; owner: string; backoff: Backoff | null },
): Promise<void> {
  await database
    .updateTable('store_queues')
    .set({ backoff_reason: backoff?.reason ?? null, backoff_until: backoff?.until ?? null })
    .where('store_id', '=', storeId)
    .where('owner', '=', owner)
    .execute();
}

/**
 * Stops the queue until the store is connected again, because Salla refused its tokens; unless the store has a newer pair than
 * the refused one. In the caller's transaction.
 */
export async function stopQueue(
  transaction: Database,
  storeId: number,
  refusedPairId: string | null,
): Promise<void> {
  // Lock the row first. Saving new tokens locks it too, so the next statement sees them, or they see the stop.
  await transaction
    .updateTable('store_queues')
    .set(({ ref }) => ({ store_id: ref('store_id') }))
    .where('store_id', '=', storeId)
    .execute();
  await transaction
    .updateTable('store_queues')
    .set({ stopped: 'reconnect' })
    .where('store_id', '=', storeId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('store_tokens')
            .select('pair_id')
            .where('store_tokens.store_id', '=', storeId)
            .where('revoked', '=', 0)
            .$if(refusedPairId !== null, (query) => query.where('pair_id', '!=', refusedPairId)),
        ),
      ),
    )
    .execute();
}

/** Stops the queue of an uninstalled store, which may have no row yet. In the caller's transaction. */
export async function stopUninstalledQueue(transaction: Database, storeId: number): Promise<void> {
  await transaction
    .insertInto('store_queues')
    .values({
      store_id: storeId,
      lease_until: 0,
      browsed_at: 0,
      refused_at: 0,
      stopped: 'reconnect',
    })
    .onConflict((conflict) => conflict.column('store_id').doUpdateSet({ stopped: 'reconnect' }))
    .execute();
}

/** The store has valid tokens: its queue continues. Written even if nothing stopped it, see `stopQueue`. */
export async function restartQueue(database: Database, storeId: number): Promise<void> {
  await database
    .updateTable('store_queues')
    .set({ stopped: null })
    .where('store_id', '=', storeId)
    .execute();
}

interface RateColumns {
  rate_limit: number | null;
  rate_remaining: number | null;
  rate_reset_at: number | null;
}

function toRate(row: RateColumns): RateSnapshot | null {
  const { rate_limit: limit, rate_remaining: remaining, rate_reset_at: resetAt } = row;
  const isKnown = limit !== null && remaining !== null && resetAt !== null;
  return isKnown ? { limit, remaining, resetAt } : null;
}

function rateColumns(rate: RateSnapshot | null): Partial<RateColumns> {
  if (rate === null) return {};
  return { rate_limit: rate.limit, rate_remaining: rate.remaining, rate_reset_at: rate.resetAt };
}
