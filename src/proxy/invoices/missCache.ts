/** Orders that Salla's list didn't show a moment ago: they are not looked for again at once. */
export interface MissCache {
  note(storeId: number, orderIds: Iterable<number>): void;
  has(storeId: number, orderId: number): boolean;
}

const forMs = 5 * 60 * 1000;

/** About a MB. */
const mostNoted = 20_000;

/** In memory: what was forgotten, or was sought by another process, is looked for once more. */
export function createMissCache(now: () => number, most: number = mostNoted): MissCache {
  const until = new Map<string, number>();
  const keyOf = (storeId: number, orderId: number) => `${storeId} ${orderId}`;
  return {
    note(storeId, orderIds) {
      for (const orderId of orderIds) {
        const key = keyOf(storeId, orderId);
        // At its end again, so that the oldest are those in front.
        until.delete(key);
        until.set(key, now() + forMs);
      }
      for (const oldest of until.keys()) {
        if (until.size <= most) break;
        until.delete(oldest);
      }
    },
    has: (storeId, orderId) => now() < (until.get(keyOf(storeId, orderId)) ?? 0),
  };
}
