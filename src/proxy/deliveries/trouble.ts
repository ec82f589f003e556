import type { SendOutcome } from '../salla/client.ts';

const firstPauseMs = 1000;
const longestPauseMs = 60_000;

/** How long a store is let alone while Salla takes nothing of it, so that a long queue doesn't knock all the time. */
export interface Trouble {
  /** From when on it is worth asking again, epoch ms. */
  until(): number;
  learn(outcome: SendOutcome): void;
}

/** Twice as long each time that Salla is unavailable or can't be reached, until it answers. */
export function createTrouble(now: () => number): Trouble {
  let times = 0;
  let until = 0;
  return {
    until: () => until,
    learn(outcome) {
      const isTrouble = outcome.outcome === 'not_sent' && outcome.reason !== 'rate_limited';
      if (!isTrouble) {
        times = 0;
        until = 0;
        return;
      }
      // Those that left together fail together: that is one time.
      if (now() < until) return;
      until = now() + Math.min(longestPauseMs, firstPauseMs * 2 ** times);
      times += 1;
    },
  };
}
