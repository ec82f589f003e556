/** Past the limit one call a second passes (Salla: Errors, rate limits). */
const secondMs = 1000;
/** What calls may differ by on their way without coming too close to one another. */
const smallestGuardMs = 30;
const largestGuardMs = 240;

/** The pace of one call a second, as Salla sees it. Times are epoch ms. */
export interface Trickle {
  /** When the next call may leave; for `yielding` ones every other second is left to other processes. */
  opensAt(yielding: boolean): number;
  /** How long each call there waits for the one before it. */
  gapMs(): number;
  /** A call leaves, in the lane or not. */
  left(at: number): void;
  /** The call that left then was answered, or is lost. */
  ended(leftAt: number, at: number): void;
  /** Each call waits for the answer to the one before, which tells when Salla has counted that at the latest. */
  isCareful(): boolean;
  /** Salla refused a call there, for it came too early: the rest of the minute is careful. */
  refused(): void;
  turned(): void;
  /** The clock was set back: none can have left later than this. */
  setBack(at: number): void;
}

export function createTrickle(): Trickle {
  let guardMs = smallestGuardMs;
  let careful = false;
  let leftAt = Number.NEGATIVE_INFINITY;
  /** The last one was counted by then, if none is there and back in half the time of the quickest so far. */
  let countedAt = Number.NEGATIVE_INFINITY;
  let quickestMs = Number.POSITIVE_INFINITY;

  const gapMs = () => secondMs + (careful ? 2 * smallestGuardMs : guardMs);

  return {
    opensAt: (yielding) =>
      (careful ? Math.max(leftAt, countedAt) : leftAt) + gapMs() * (yielding ? 2 : 1),
    gapMs,
    left: (at) => {
      leftAt = at;
    },
    ended: (callLeftAt, at) => {
      quickestMs = Math.min(quickestMs, at - callLeftAt);
      countedAt = at - quickestMs / 2;
    },
    isCareful: () => careful,
    refused: () => {
      careful = true;
      guardMs = Math.min(largestGuardMs, guardMs * 2);
    },
    turned: () => {
      if (!careful) guardMs = Math.max(smallestGuardMs, guardMs / 2);
      careful = false;
    },
    setBack: (at) => {
      leftAt = Math.min(leftAt, at);
      countedAt = Math.min(countedAt, at);
    },
  };
}
