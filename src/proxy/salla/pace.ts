import { readStayAway } from './answers.ts';
import type { TransportAnswer } from './transport.ts';

/** Remembers, per store, until when Salla told us to stay away (429 and its `Retry-After`, or a 403 for too many errors). */
export interface Pace {
  learn(storeId: number, answer: TransportAnswer): void;
  /** Milliseconds until the store may call again; 0 for now. */
  msUntilTurn(storeId: number): number;
  /** The stores that may not call yet, and from when on they may, epoch ms. */
  away(): ReadonlyArray<{ storeId: number; until: number }>;
}

export function createPace(now: () => number): Pace {
  const awayUntil = new Map<number, number>();

  function msUntilTurn(storeId: number): number {
    const until = awayUntil.get(storeId);
    if (until === undefined) return 0;
    const left = until - now();
    if (left > 0) return left;
    awayUntil.delete(storeId);
    return 0;
  }

  return {
    learn(storeId, answer) {
      const seconds = readStayAway(answer, now());
      if (seconds === null) return;
      awayUntil.set(storeId, Math.max(awayUntil.get(storeId) ?? 0, now() + seconds * 1000));
    },
    msUntilTurn,
    away: () =>
      [...awayUntil]
        .filter(([storeId]) => msUntilTurn(storeId) > 0)
        .map(([storeId, until]) => ({ storeId, until })),
  };
}
