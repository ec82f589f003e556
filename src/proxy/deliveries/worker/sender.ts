import pLimit from 'p-limit';
import type { Logger } from 'pino';
import type { DeliveryState } from '../../../contract/deliveryStates.ts';
import type { Wait } from '../../runtime/wait.ts';
import type { SallaClient, SendOutcome } from '../../salla/client/types.ts';
import type { Permit } from '../../salla/rateLimit/types.ts';
import type { Database } from '../../storage/database.ts';
import {
  type Claimed,
  claimMs,
  type FinalOutcome,
  finishClaim,
  releaseClaim,
  requeueClaim,
} from '../../storage/deliveryQueue.ts';
import { stopQueue } from '../../storage/storeQueues.ts';

/** A delivery that Salla could not take for so long while it was tried is given up. */
const giveUpAfterMs = 24 * 60 * 60 * 1000;

const firstBackoffMs = 2000;
const longestBackoffMs = 5 * 60 * 1000;

/** Between attempts to store an outcome. */
const storePausesMs = [200, 1000, 3000];
const lastPauseMs = 3000;
/** Of a process's ten database connections, so that people's requests always find one. */
const storedAtOnce = 3;

export interface SenderDeps {
  database: Database;
  salla: Pick<SallaClient, 'sendInvoice'>;
  /** Epoch ms. */
  now: () => number;
  wait: Wait;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Called with the state after each call to Salla. */
  onSent: (state: DeliveryState) => void;
}

/** Sends a claimed delivery and stores the outcome. Never throws. */
export type Send = (claimed: Claimed, permit: Permit) => Promise<SendOutcome>;

export function createSender(deps: SenderDeps): Send {
  const { database, now, log } = deps;
  const limit = pLimit(storedAtOnce);

  /** An error of ours may come after the request left: the outcome is unconfirmed. */
  async function call(claimed: Claimed, permit: Permit): Promise<SendOutcome> {
    try {
      return await deps.salla.sendInvoice(claimed.store_id, claimed.order_id, permit);
    } catch (error) {
      log.error({ delivery: claimed.id, err: error }, 'sending failed unexpectedly');
      return { outcome: 'unconfirmed', reason: 'interrupted', message: null };
    }
  }

  /** The outcome is known nowhere else, so storing it is retried for as long as the claim lasts. */
  async function store(claimed: Claimed, outcome: SendOutcome): Promise<DeliveryState | null> {
    let waitedMs = 0;
    for (let attempt = 0; waitedMs < claimMs; attempt += 1) {
      try {
        return await limit(() => storeOutcome(database, claimed, outcome, now()));
      } catch (error) {
        log.warn({ delivery: claimed.id, err: error }, 'storing the outcome of a delivery failed');
        const pauseMs = storePausesMs[attempt] ?? lastPauseMs;
        await deps.wait(pauseMs);
        waitedMs += pauseMs;
      }
    }
    return storeOutcome(database, claimed, outcome, now());
  }

  return async (claimed, permit) => {
    const { id, store_id: storeId, order_id: orderId, attempts: attempt } = claimed;
    const about = { delivery: id, storeId, orderId };
    const outcome = await call(claimed, permit);
    try {
      const state = await store(claimed, outcome);
      if (state !== null) deps.onSent(state);
      log.info({ ...about, attempt, ...outcome, message: undefined }, 'delivery');
    } catch (error) {
      log.error({ ...about, err: error }, 'the outcome of a delivery could not be stored');
    }
    return outcome;
  };
}

/**
 * Stores the outcome of a claimed delivery. With refused tokens the delivery goes back and its queue is stopped. Returns the delivery's
 * state; null if nothing was to be stored.
 */
export async function storeOutcome(
  database: Database,
  claimed: Claimed,
  outcome: SendOutcome,
  now: number,
): Promise<DeliveryState | null> {
  if (outcome.outcome === 'failed' && outcome.reason === 'reconnect') {
    const state = await database.transaction().execute(async (transaction) => {
      const released = await releaseClaim(transaction, claimed, now);
      // The tokens are refused even if the claim is no longer ours.
      await stopQueue(transaction, claimed.store_id, outcome.refusedPairId);
      return released;
    });
    if (state !== null) return state;
  }
  const next = afterOutcome(outcome, claimed, now);
  if ('state' in next) return finishClaim(database, claimed, next);
  return database
    .transaction()
    .execute((transaction) => requeueClaim(transaction, claimed, { ...next, now }));
}

/** What a delivery becomes: final, or queued until `notBefore`. */
function afterOutcome(
  outcome: SendOutcome,
  claimed: Claimed,
  now: number,
): FinalOutcome | { notBefore: number } {
  if (outcome.outcome === 'sent') {
    return { state: 'sent', reason: null, message: outcome.message, finished_at: now };
  }
  if (outcome.outcome !== 'not_sent') {
    const { outcome: state, reason, message } = outcome;
    return { state, reason, message, finished_at: now };
  }
  // At the rate limit the whole store waits: the delivery keeps its place in the queue.
  const isRateLimited = outcome.reason === 'rate_limited';
  const notBefore = isRateLimited
    ? now
    : now + backoffMs(claimed.attempts, outcome.retryAfterSeconds);
  if (notBefore > (claimed.first_attempt_at ?? now) + giveUpAfterMs) {
    return { state: 'failed', reason: 'salla_error', message: null, finished_at: now };
  }
  return { notBefore };
}

/** Doubles with each attempt; as long as Salla asks for if it does. */
function backoffMs(attempts: number, retryAfterSeconds: number | null): number {
  const backoff = Math.min(longestBackoffMs, firstBackoffMs * 2 ** Math.min(attempts - 1, 16));
  return retryAfterSeconds === null ? backoff : Math.max(retryAfterSeconds * 1000, 500);
}
