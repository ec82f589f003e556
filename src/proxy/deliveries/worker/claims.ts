import { type SelectQueryBuilder, sql } from 'kysely';
import type { DeliveryState } from '../../../contract/deliveryStates.ts';
import type { Database } from '../../storage/database.ts';
import type { DeliveryRow } from '../../storage/deliveries.ts';
import type { Schema } from '../../storage/schema.ts';
import { resumedState } from '../commands/batchCommands.ts';

/**
 * How long a claim lasts that nobody renews. The queue's owner renews its claims every few seconds, so that only a
 * process that has ended or stands still loses them.
 */
export const claimMs = 60_000;

/** What is due for so long and wasn't tried was paused or stopped, or nobody was there: that is no try. */
const lyingMs = 60 * 60_000;

/**
 * A delivery that is being sent. Whatever becomes of it is written only where its `claim` is still the row's, for a
 * write whose answer was lost is repeated, and may find the row claimed anew.
 */
export type Claimed = DeliveryRow;

interface Wanted {
  storeId: number;
  /** Must have the lease of the store's queue. */
  owner: string;
  /** Epoch ms. */
  now: number;
  /** False for those that somebody waits for alone. */
  bulkToo: boolean;
}

// A partial index serves only those who name its condition in so many words.
const queued = sql.lit<DeliveryState>('queued');
const free = sql.lit<0 | 1>(0);

/** The store's deliveries that may be sent now, single ones first, then in the order asked for; none where the queue isn't the owner's. */
function inTurn<Found>(
  deliveries: SelectQueryBuilder<Schema, 'deliveries', Found>,
  { storeId, owner, now, bulkToo }: Wanted,
) {
  return (
    deliveries
      .where('deliveries.store_id', '=', storeId)
      .where('state', '=', queued)
      .where('held', '=', free)
      .where('bulk', '<=', bulkToo ? 1 : 0)
      // As a sum, so that the database reads in the queue's order and stops at the first.
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

/** For whom the store's next delivery is, null where none may be sent now. */
export async function findNext(
  database: Database,
  wanted: Wanted,
): Promise<'interactive' | 'bulk' | null> {
  const row = await inTurn(
    database.selectFrom('deliveries').select('bulk'),
    wanted,
  ).executeTakeFirst();
  if (row === undefined) return null;
  return row.bulk === 1 ? 'bulk' : 'interactive';
}

/** Takes the store's next delivery: `sending` is committed before the call leaves. */
export async function claimNext(database: Database, wanted: Wanted): Promise<Claimed | null> {
  const { owner, now } = wanted;
  const row = await database
    .updateTable('deliveries')
    .set(({ eb, fn, val }) => ({
      state: 'sending',
      reason: null,
      message: null,
      attempts: eb('attempts', '+', 1),
      first_attempt_at: eb
        .case()
        .when('not_before', '>', now - lyingMs)
        .then(fn.coalesce('first_attempt_at', val(now)))
        .else(val(now))
        .end(),
      claim: eb('claim', '+', 1),
      lease_owner: owner,
      lease_until: now + claimMs,
    }))
    .where('id', '=', ({ selectFrom }) =>
      inTurn(selectFrom('deliveries').select('deliveries.id'), wanted),
    )
    .where('state', '=', queued)
    .where('held', '=', free)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** What the owner is sending of the store goes on. */
export async function renewClaims(
  database: Database,
  { storeId, owner, now }: Pick<Wanted, 'storeId' | 'owner' | 'now'>,
): Promise<void> {
  await database
    .updateTable('deliveries')
    .set({ lease_until: now + claimMs })
    .where('store_id', '=', storeId)
    .where('state', '=', sql.lit<DeliveryState>('sending'))
    .where('lease_owner', '=', owner)
    .execute();
}

/** Undoes a claim for which no call left: it was no attempt. The state that it has now, null where it is ours no more. */
export async function releaseClaim(
  transaction: Database,
  claimed: Claimed,
  now: number,
): Promise<DeliveryState | null> {
  const state = await resumedState(transaction, claimed);
  const row = await transaction
    .updateTable('deliveries')
    .set({
      state,
      attempts: claimed.attempts - 1,
      lease_owner: null,
      lease_until: null,
      ...(state === 'canceled' ? { finished_at: now } : {}),
    })
    .where('id', '=', claimed.id)
    .where('claim', '=', claimed.claim)
    .where('state', '=', 'sending')
    .returning('state')
    .executeTakeFirst();
  return row?.state ?? null;
}
