import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { QueueOwner } from './storeQueues.ts';

/** A store's rate limit as Salla's headers said it last. `resetAt` is epoch ms. */
interface Rate {
  limit: number;
  remaining: number;
  resetAt: number;
}

/** What the queue's row tells its new owner. */
export interface RemoteQueueInfo extends Partial<Rate> {
  browsedAt: number;
  refusedAt: number;
}

/**
 * Takes the lease of a queue that nobody has, that is ours, or that is still as `from` saw it. Null where somebody else
 * has it, or the store is gone. `rate` is written where the caller knows better than the row.
 */
export async function acquireLease(
  database: Database,
  wanted: { storeId: number; owner: string; until: number; from: QueueOwner | null },
  rate: Rate | null,
): Promise<RemoteQueueInfo | null> {
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
export async function releaseLease(
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
export async function notifyOwner(
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

function rateColumns({ limit, remaining, resetAt }: Rate) {
  return { rate_limit: limit, rate_remaining: remaining, rate_reset_at: resetAt };
}
