import { isGone } from '../owner.ts';
import type { SendOutcome } from '../salla/client.ts';
import type { Database } from '../storage/database.ts';
import type { DeliveryRow } from '../storage/deliveries.ts';

/** Longer than a send and a refresh before it can take, so that no living process loses its claim. */
const leaseMs = 3 * 60 * 1000;

/** A delivery that Salla could not take for this long is given up. */
const givenUpAfterMs = 24 * 60 * 60 * 1000;

const firstBackoffMs = 2000;
const longestBackoffMs = 5 * 60 * 1000;

/** Takes the next delivery that is due, for stores that are not passed over: `sending` is committed before the call leaves. */
export async function claimNext(
  database: Database,
  { owner, now, passedOver }: { owner: string; now: number; passedOver: readonly number[] },
): Promise<DeliveryRow | null> {
  const row = await database
    .updateTable('deliveries')
    .set(({ eb }) => ({
      state: 'sending',
      reason: null,
      message: null,
      attempts: eb('attempts', '+', 1),
      lease_owner: owner,
      lease_until: now + leaseMs,
    }))
    .where('id', '=', ({ selectFrom }) =>
      selectFrom('deliveries')
        .select('id')
        .where('state', '=', 'queued')
        .where('not_before', '<=', now)
        .$if(passedOver.length > 0, (query) => query.where('store_id', 'not in', passedOver))
        .orderBy('requested_at')
        .orderBy('position')
        .limit(1),
    )
    .where('state', '=', 'queued')
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** Undoes a claim for which no call left: it was no attempt. */
export async function giveBack(database: Database, claimed: DeliveryRow): Promise<void> {
  await database
    .updateTable('deliveries')
    .set({
      state: 'queued',
      attempts: claimed.attempts - 1,
      lease_owner: null,
      lease_until: null,
    })
    .where('id', '=', claimed.id)
    .where('lease_owner', '=', claimed.lease_owner)
    .where('state', '=', 'sending')
    .execute();
}

/** When the next delivery of stores that are not passed over is due, epoch ms; null where none is queued. */
export async function findNextDue(
  database: Database,
  passedOver: readonly number[],
): Promise<number | null> {
  const row = await database
    .selectFrom('deliveries')
    .select(({ fn }) => fn.min('not_before').as('due'))
    .where('state', '=', 'queued')
    .$if(passedOver.length > 0, (query) => query.where('store_id', 'not in', passedOver))
    .executeTakeFirst();
  return row?.due ?? null;
}

/**
 * Notes what came of a claimed delivery. A claim that was taken for dead meanwhile still tells the truth,
 * unless a person has decided. Answers the state that it has now, null where nothing was to be noted.
 */
export async function settle(
  database: Database,
  claimed: DeliveryRow,
  outcome: SendOutcome,
  now: number,
): Promise<DeliveryRow['state'] | null> {
  const row = await database
    .updateTable('deliveries')
    .set(changesBy(outcome, claimed, now))
    .where('id', '=', claimed.id)
    .where('lease_owner', '=', claimed.lease_owner)
    .where(({ or, and, eb }) =>
      or([
        eb('state', '=', 'sending'),
        // Back into the queue it may not go: its order may have another under way by now.
        ...(outcome.outcome === 'not_sent'
          ? []
          : [
              and([
                eb('state', '=', 'unconfirmed'),
                eb('reason', '=', 'interrupted'),
                eb('resolved_by_id', 'is', null),
              ]),
            ]),
      ]),
    )
    .returning('state')
    .executeTakeFirst();
  return row?.state ?? null;
}

/**
 * What says `sending` under a claim that is not alive may have gone out: it is `unconfirmed`, never sent again
 * by us. Not alive are other owners' claims whose lease ended or who are gone, and the owner's own that it is not sending.
 */
export async function releaseDead(
  database: Database,
  { owner, sending, now }: { owner: string; sending: readonly string[]; now: number },
): Promise<number> {
  const gone = (await findOwners(database)).filter((other) => other !== owner && isGone(other));
  const rows = await database
    .updateTable('deliveries')
    .set({ state: 'unconfirmed', reason: 'interrupted', finished_at: now })
    .where('state', '=', 'sending')
    .where(({ or, and, eb }) =>
      or([
        and([
          eb('lease_owner', '=', owner),
          ...(sending.length > 0 ? [eb('id', 'not in', sending)] : []),
        ]),
        and([eb('lease_owner', '!=', owner), eb('lease_until', '<=', now)]),
        ...(gone.length > 0 ? [eb('lease_owner', 'in', gone)] : []),
      ]),
    )
    .returning('id')
    .execute();
  return rows.length;
}

async function findOwners(database: Database): Promise<string[]> {
  const rows = await database
    .selectFrom('deliveries')
    .select('lease_owner')
    .distinct()
    .where('state', '=', 'sending')
    .execute();
  return rows.map((row) => row.lease_owner).filter((owner) => owner !== null);
}

function changesBy(outcome: SendOutcome, claimed: DeliveryRow, now: number) {
  if (outcome.outcome === 'sent') {
    return { state: 'sent', reason: null, message: outcome.message, finished_at: now } as const;
  }
  if (outcome.outcome !== 'not_sent') {
    const { outcome: state, reason, message } = outcome;
    return { state, reason, message, finished_at: now };
  }
  const again = now + backoffMs(claimed.attempts, outcome.retryAfterSeconds);
  if (again > claimed.requested_at + givenUpAfterMs) {
    return { state: 'failed', reason: 'salla_error', message: null, finished_at: now } as const;
  }
  return { state: 'queued', not_before: again, lease_owner: null, lease_until: null } as const;
}

/** Twice as long each time, and never sooner than Salla asked for. */
function backoffMs(attempts: number, retryAfterSeconds: number | null): number {
  const backoff = Math.min(longestBackoffMs, firstBackoffMs * 2 ** Math.min(attempts - 1, 16));
  return retryAfterSeconds === null ? backoff : Math.max(retryAfterSeconds * 1000, 500);
}
