import type { SendOutcome } from '../../salla/client/types.ts';
import type { Database } from '../../storage/database.ts';
import type { DeliveryRow } from '../../storage/deliveries.ts';
import { stopQueue } from '../../storage/stoppedQueues.ts';
import { resumedState } from '../commands/batchCommands.ts';
import { type Claimed, releaseClaim } from './claims.ts';

/** A delivery that Salla could not take for as long as this while it was tried is given up. */
const givenUpAfterMs = 24 * 60 * 60 * 1000;

const firstBackoffMs = 2000;
const longestBackoffMs = 5 * 60 * 1000;

/**
 * Notes what came of a claimed delivery. A claim that was taken for dead meanwhile still tells the truth,
 * unless a person has decided. Where the store's tokens are of no use the delivery goes back and its queue is stopped.
 * Answers the state that it has now, null where nothing was to be noted.
 */
export async function updateOutcome(
  database: Database,
  claimed: Claimed,
  outcome: SendOutcome,
  now: number,
): Promise<DeliveryRow['state'] | null> {
  if (outcome.outcome === 'failed' && outcome.reason === 'reconnect') {
    const state = await putBackAndStop(database, claimed, outcome.refusedPairId, now);
    if (state !== null) return state;
  }
  const changes = changesBy(outcome, claimed, now);
  if (changes.state !== 'queued') return note(database, claimed, changes);
  return database.transaction().execute(async (transaction) => {
    const back = await resumedState(transaction, claimed);
    return note(transaction, claimed, back === 'queued' ? changes : takenBack(now));
  });
}

async function note(
  database: Database,
  claimed: Claimed,
  changes: ReturnType<typeof changesBy> | ReturnType<typeof takenBack>,
): Promise<DeliveryRow['state'] | null> {
  const row = await database
    .updateTable('deliveries')
    .set(changes)
    .where('id', '=', claimed.id)
    .where('claim', '=', claimed.claim)
    .where(({ or, and, eb }) =>
      or([
        eb('state', '=', 'sending'),
        // Back into the queue it may not go: its order may have another under way by now.
        ...(changes.state === 'queued' || changes.state === 'canceled'
          ? []
          : [and([eb('state', '=', 'unconfirmed'), eb('reason', '=', 'interrupted')])]),
      ]),
    )
    .returning('state')
    .executeTakeFirst();
  return row?.state ?? null;
}

/** Null where it is ours no more; the tokens are of no use even so. */
function putBackAndStop(
  database: Database,
  claimed: Claimed,
  refusedPairId: string | null,
  now: number,
) {
  return database.transaction().execute(async (transaction) => {
    const state = await releaseClaim(transaction, claimed, now);
    await stopQueue(transaction, claimed.store_id, refusedPairId);
    return state;
  });
}

function takenBack(now: number) {
  return { state: 'canceled', finished_at: now, lease_owner: null, lease_until: null } as const;
}

function changesBy(outcome: SendOutcome, claimed: Claimed, now: number) {
  if (outcome.outcome === 'sent') {
    return { state: 'sent', reason: null, message: outcome.message, finished_at: now } as const;
  }
  if (outcome.outcome !== 'not_sent') {
    const { outcome: state, reason, message } = outcome;
    return { state, reason, message, finished_at: now };
  }
  // The whole store waits where Salla says too many: the delivery keeps its place in the queue.
  const isPaced = outcome.reason === 'rate_limited';
  const again = isPaced ? now : now + backoffMs(claimed.attempts, outcome.retryAfterSeconds);
  if (again > (claimed.first_attempt_at ?? now) + givenUpAfterMs) {
    return { state: 'failed', reason: 'salla_error', message: null, finished_at: now } as const;
  }
  return { state: 'queued', not_before: again, lease_owner: null, lease_until: null } as const;
}

/** Twice as long each time, and never sooner than Salla asked for. */
function backoffMs(attempts: number, retryAfterSeconds: number | null): number {
  const backoff = Math.min(longestBackoffMs, firstBackoffMs * 2 ** Math.min(attempts - 1, 16));
  return retryAfterSeconds === null ? backoff : Math.max(retryAfterSeconds * 1000, 500);
}
