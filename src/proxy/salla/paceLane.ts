/** Past the limit one call a second passes (Salla: Errors, rate limits). */
const secondMs = 1000;
/** What calls may differ by on their way without coming too close to one another. */
const smallestGuardMs = 30;
const largestGuardMs = 500;

/** The pace of one call a second, as Salla sees it. Times are epoch ms. */
export interface Lane {
  /** When the next call may leave; for `yielding` ones every other second is left to other processes. */
  opensAt(yielding: boolean): number;
  /** How long each call there waits for the one before it. */
  readonly gapMs: number;
  /** A call left, in the lane or not. */
  left(at: number): void;
  /** A call was answered, or is lost. */
  ended(at: number): void;
  /** After a refusal there the next call waits for the answer to the one before: then nothing on the way can bring them closer. */
  isCareful(): boolean;
  /** A call in the lane came too early for Salla. */
  refused(): void;
  /** A new minute has begun. */
  turned(): void;
}

export function createLane(): Lane {
  let guardMs = smallestGuardMs;
  let careful = false;
  let leftAt = Number.NEGATIVE_INFINITY;
  let endedAt = Number.NEGATIVE_INFINITY;

  return {
    opensAt(yielding) {
      const from = careful ? Math.max(leftAt, endedAt) : leftAt;
      return from + (secondMs + guardMs) * (yielding ? 2 : 1);
    },
    get gapMs() {
      return secondMs + guardMs;
    },
    left: (at) => {
      leftAt = at;
    },
    ended: (at) => {
      endedAt = at;
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
  };
}
