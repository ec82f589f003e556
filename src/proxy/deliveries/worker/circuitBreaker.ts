import type { SendOutcome } from '../../salla/client/types.ts';
import type { Backoff } from '../../storage/storeQueues.ts';

/** After so many unconfirmed results in a row the next send would likely be unconfirmed too. */
const unconfirmedInARow = 2;
const firstBackoffMs = 1000;
const longestBackoffMs = 60_000;

/** Circuit breaker of one store, fed with its send results: a queue neither retries in a tight loop nor sends into an outage. */
export interface CircuitBreaker {
  /** Null while closed. Once its time has come, one send at a time is tried. */
  current(): Backoff | null;
  record(outcome: SendOutcome): void;
}

/** The backoff doubles until a clear result closes the circuit. */
export function createCircuitBreaker(now: () => number): CircuitBreaker {
  let backoff: Backoff | null = null;
  let unconfirmed = 0;
  let backoffMs = firstBackoffMs;

  /** A backoff further ahead than the longest one is from before the clock went back. */
  function current(): Backoff | null {
    return backoff !== null && backoff.until > now() + longestBackoffMs ? null : backoff;
  }

  function open(reason: Backoff['reason']): void {
    // Sends that were in flight together fail together: they count once.
    if (now() < (current()?.until ?? 0)) return;
    backoff = { reason, until: now() + backoffMs };
    backoffMs = Math.min(longestBackoffMs, backoffMs * 2);
  }

  return {
    current,
    record(outcome) {
      if (outcome.outcome === 'unconfirmed') {
        unconfirmed += 1;
        if (unconfirmed >= unconfirmedInARow) open('unclear');
      } else if (isUnavailable(outcome)) {
        open('unavailable');
      } else if (outcome.outcome !== 'not_sent') {
        backoff = null;
        unconfirmed = 0;
        backoffMs = firstBackoffMs;
      }
    },
  };
}

/** Refused tokens stop the queue; if new tokens came meanwhile they may be refused as well. */
function isUnavailable(outcome: SendOutcome): boolean {
  if (outcome.outcome === 'failed') return outcome.reason === 'reconnect';
  return outcome.outcome === 'not_sent' && outcome.reason !== 'rate_limited';
}
