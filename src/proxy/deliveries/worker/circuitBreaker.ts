import type { SendOutcome } from '../../salla/client/types.ts';

/** Where so many in a row may or may not have gone out, the next would hardly fare better. */
const unclearInARow = 2;
const firstPauseMs = 1000;
const longestPauseMs = 60_000;

/**
 * Why and until when (epoch ms) a store is let alone: Salla takes nothing of it, or answers nothing that says what
 * became of it.
 */
export interface OpenCircuit {
  reason: 'unavailable' | 'unclear';
  until: number;
}

/** Whether Salla is well, by what comes of a store's sends: a long queue neither knocks all the time nor runs into it. */
export interface CircuitBreaker {
  /** Null while all is well. Once its time has come one send at a time is tried. */
  current(): OpenCircuit | null;
  learn(outcome: SendOutcome): void;
}

/** Twice as long each time, until an answer says clearly what became of a send. */
export function createCircuitBreaker(now: () => number): CircuitBreaker {
  let current: OpenCircuit | null = null;
  let unclear = 0;
  let pauseMs = firstPauseMs;

  /** What lies farther ahead than any pause was noted before the clock was set back. */
  function standing(): OpenCircuit | null {
    return current !== null && current.until > now() + longestPauseMs ? null : current;
  }

  function letAlone(reason: OpenCircuit['reason']): void {
    // Those that left together fail together: that is one time.
    if (now() < (standing()?.until ?? 0)) return;
    current = { reason, until: now() + pauseMs };
    pauseMs = Math.min(longestPauseMs, pauseMs * 2);
  }

  return {
    current: standing,
    learn(outcome) {
      if (outcome.outcome === 'unconfirmed') {
        unclear += 1;
        if (unclear >= unclearInARow) letAlone('unclear');
      } else if (isUnavailable(outcome)) {
        letAlone('unavailable');
      } else if (outcome.outcome !== 'not_sent') {
        current = null;
        unclear = 0;
        pauseMs = firstPauseMs;
      }
    },
  };
}

/** Tokens that it takes no more stop the queue; where new ones came meanwhile they may fare no better. */
function isUnavailable(outcome: SendOutcome): boolean {
  if (outcome.outcome === 'failed') return outcome.reason === 'reconnect';
  return outcome.outcome === 'not_sent' && outcome.reason !== 'rate_limited';
}
