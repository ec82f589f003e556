import { readStayAway } from './answers.ts';
import { readNumber } from './readNumber.ts';
import type { TransportAnswer } from './transport.ts';

/** For whom a call is: for a person who reads, for one who waits for a single send, or for one of many sends. */
export type Urgency = 'browsing' | 'interactive' | 'bulk';

/** Leave for one call. It ends once, by what is said first; what is said after that changes nothing. */
export interface Permit {
  readonly urgency: Urgency;
  /** No call left. */
  giveBack(): void;
  /** The call was answered. */
  answered(answer: TransportAnswer): void;
  /** The call left, or may have, and no answer came. */
  lost(): void;
}

/** What Salla's headers said last of a store's bucket, `remaining` without what has left since. `resetAt` is epoch ms. */
export interface RateSnapshot {
  limit: number;
  remaining: number;
  resetAt: number;
}

/** What other processes know of a store. Instants are epoch ms, 0 for never. */
export interface Heard extends Partial<RateSnapshot> {
  /** When one of them last called for a person, and when one was last told 429. */
  browsedAt: number;
  refusedAt: number;
}

/** When each store may be called, as Salla's headers have it (Salla: Errors, rate limits). One process's knowledge. */
export interface Pace {
  /** Leave for one call now, or after how many ms it is worth asking again. */
  take(storeId: number, urgency: Urgency): Permit | { waitMs: number };
  /** Null where Salla hasn't said a limit yet. */
  snapshot(storeId: number): RateSnapshot | null;
  /** Takes what other processes wrote down of the store. */
  hear(storeId: number, heard: Heard): void;
  /** When this process last called for a person, and when it was last told 429: what the others want to hear. Epoch ms, 0 for never. */
  spoke(storeId: number): Pick<Heard, 'browsedAt' | 'refusedAt'>;
  /** Milliseconds until Salla wants to hear of the store again; 0 for now. */
  msUntilTurn(storeId: number): number;
  /** The stores that may not call yet, and from when on they may, epoch ms. */
  away(): ReadonlyArray<{ storeId: number; until: number }>;
}

export function createPace(now: () => number): Pace {
  const awayUntil = new Map<number, number>();
  const rates = new Map<number, RateSnapshot>();
  const spoken = new Map<number, { browsedAt: number; refusedAt: number }>();

  const spoke = (storeId: number) => spoken.get(storeId) ?? { browsedAt: 0, refusedAt: 0 };

  function msUntilTurn(storeId: number): number {
    const until = awayUntil.get(storeId);
    if (until === undefined) return 0;
    const left = until - now();
    if (left > 0) return left;
    awayUntil.delete(storeId);
    return 0;
  }

  function learn(storeId: number, answer: TransportAnswer): void {
    const [limit, remaining, resetAt] = ['limit', 'remaining', 'reset'].map((name) =>
      readNumber(answer.headers[`x-ratelimit-${name}`]),
    );
    if (limit != null && remaining != null && resetAt != null) {
      rates.set(storeId, { limit, remaining, resetAt: resetAt * 1000 });
    }
    const seconds = readStayAway(answer, now());
    if (seconds === null) return;
    spoken.set(storeId, { ...spoke(storeId), refusedAt: now() });
    awayUntil.set(storeId, Math.max(awayUntil.get(storeId) ?? 0, now() + seconds * 1000));
  }

  return {
    take(storeId, urgency) {
      const waitMs = msUntilTurn(storeId);
      if (waitMs > 0) return { waitMs };
      if (urgency === 'browsing') spoken.set(storeId, { ...spoke(storeId), browsedAt: now() });
      return {
        urgency,
        giveBack: () => {},
        answered: (answer) => learn(storeId, answer),
        lost: () => {},
      };
    },
    snapshot: (storeId) => rates.get(storeId) ?? null,
    hear: () => {},
    spoke,
    msUntilTurn,
    away: () =>
      [...awayUntil]
        .filter(([storeId]) => msUntilTurn(storeId) > 0)
        .map(([storeId, until]) => ({ storeId, until })),
  };
}
