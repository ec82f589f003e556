import { sql } from 'kysely';
import type { DeliveryState } from '../../contract/delivery.ts';
import type { Database } from './database.ts';
import { prepare } from './prepare.ts';

/**
 * A store's queue of sends. Of all processes on this database only the owner of a lease that runs sends for the
 * store, so that there is one pace. `stopped` keeps the queue until the store is connected again. `rate_*` are what
 * Salla's headers said last, as the owner knew them; `browsed_at` and `refused_at` are when another process last called
 * Salla for a person, and was last told 429. Instants are epoch ms.
 */
export interface StoreQueueTables {
  store_queues: {
    store_id: number;
    owner: string | null;
    lease_until: number;
    stopped: 'reconnect' | null;
    rate_limit: number | null;
    rate_remaining: number | null;
    rate_reset_at: number | null;
    browsed_at: number;
    refused_at: number;
  };
}

/** A store's rate limit as Salla's headers said it last. `resetAt` is epoch ms. */
interface Rate {
  limit: number;
  remaining: number;
  resetAt: number;
}

/** Who has a queue, or had it; `leaseUntil` is by that owner's clock. */
export interface QueueOwner {
  owner: string | null;
  leaseUntil: number;
}

/** A queue that something waits in. `due` is when the next of it may be sent, epoch ms; null where all of it is paused. */
export interface WaitingQueue extends QueueOwner {
  storeId: number;
  due: number | null;
}

/** What the queue's row tells its new owner. */
export interface QueueNews extends Partial<Rate> {
  browsedAt: number;
  refusedAt: number;
}

const waitingQueues = prepare((database) => {
  // A partial index serves only those who name its condition in so many words.
  const queued = sql.lit<DeliveryState>('queued');
  return database
    .with('waiting', (db) =>
      db.selectFrom('deliveries').select('store_id').distinct().where('state', '=', queued),
    )
    .selectFrom('waiting')
    .leftJoin('store_queues', 'store_queues.store_id', 'waiting.store_id')
    .select(['waiting.store_id', 'owner', 'lease_until'])
    .select(({ selectFrom }) =>
      selectFrom('deliveries')
        .leftJoin('batches', 'batches.id', 'deliveries.batch_id')
        .select('not_before')
        .whereRef('deliveries.store_id', '=', 'waiting.store_id')
        .where('state', '=', queued)
        .where(({ fn, val }) => fn.coalesce('paused', val(0)), '=', 0)
        .orderBy('not_before')
        .limit(1)
        .as('due'),
    )
    .where('stopped', 'is', null);
});

/** The queues that something waits in, but for those that are stopped. One statement, and next to none where nothing waits. */
export async function findWaitingQueues(database: Database): Promise<WaitingQueue[]> {
  const rows = await waitingQueues(database, null);
  return rows.map((row) => ({
    storeId: row.store_id,
    owner: row.owner,
    leaseUntil: row.lease_until ?? 0,
    due: row.due,
  }));
}

/**
 * Takes the lease of a queue that nobody has, that is ours, or that is still as `from` saw it. Null where somebody else
 * has it, or the store is gone. `rate` is written where the caller knows better than the row.
 */
export async function takeQueue(
  database: Database,
  wanted: { storeId: number; owner: string; until: number; from: QueueOwner | null },
  rate: Rate | null,
): Promise<QueueNews | null> {
  const { storeId, owner, until, from } = wanted;
  const lease = { owner, lease_until: until, ...(rate === null ? {} : rateColumns(rate)) };
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
        .doUpdateSet(lease)
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
  const { rate_limit: limit, rate_remaining: remaining, rate_reset_at: resetAt } = row;
  const isUnknown = limit === null || remaining === null || resetAt === null;
  return {
    ...(isUnknown ? {} : { limit, remaining, resetAt }),
    browsedAt: row.browsed_at,
    refusedAt: row.refused_at,
  };
}

/** Hands the queue on to whoever wants it. */
export async function releaseQueue(
  database: Database,
  { storeId, owner, rate }: { storeId: number; owner: string; rate: Rate | null },
): Promise<void> {
  await database
    .updateTable('store_queues')
    .set({ owner: null, lease_until: 0, ...(rate === null ? {} : rateColumns(rate)) })
    .where('store_id', '=', storeId)
    .where('owner', '=', owner)
    .execute();
}

/** Tells a queue's owner that another process called for a person, and was told 429. */
export async function tellQueue(
  database: Database,
  storeId: number,
  { browsedAt, refusedAt }: { browsedAt: number; refusedAt: number },
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

/**
 * Stops the queue, until the store is connected again, for want of tokens that Salla takes: unless it has others by now
 * than the pair that was refused. In the caller's transaction.
 */
export async function stopQueue(
  transaction: Database,
  storeId: number,
  refusedPairId: string | null,
): Promise<void> {
  // First the row's lock: whoever saves new tokens takes it too, so the second statement sees them or is seen by them.
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

/** The store has tokens that Salla takes: what waits in its queue goes on. Written even where nothing stopped it, see `stopQueue`. */
export async function restartQueue(database: Database, storeId: number): Promise<void> {
  await database
    .updateTable('store_queues')
    .set({ stopped: null })
    .where('store_id', '=', storeId)
    .execute();
}

function rateColumns({ limit, remaining, resetAt }: Rate) {
  return { rate_limit: limit, rate_remaining: remaining, rate_reset_at: resetAt };
}
