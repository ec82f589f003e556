import type { Wait } from '../../runtime/wait.ts';
import { type Bucket, createBucket } from './bucket.ts';
import type { Permit, RateSnapshot, RemoteRateInfo, Urgency } from './types.ts';
import { createWaitQueue, type Patience } from './waitQueue.ts';

/** When each store may be called, as Salla's headers have it (Salla: Errors, rate limits). One process's knowledge. */
export interface RateLimiter {
  /** Leave for one call now, or after how many ms it is worth asking again. */
  take(storeId: number, urgency: Urgency): Permit | { waitMs: number };
  /** Leave for one call as soon as its turn comes. Throws `rate_limited` where that is not within the patience, and the signal's reason once it is aborted. */
  wait(storeId: number, urgency: Urgency, patience: Patience): Promise<Permit>;
  /** Whether people have spent so much of this minute that they should look at each other's answers. */
  isCrowded(storeId: number): boolean;
  /** Null where Salla hasn't said a limit yet. */
  snapshot(storeId: number): RateSnapshot | null;
  /** Takes what other processes wrote down of the store. */
  mergeRemote(storeId: number, heard: RemoteRateInfo): void;
  /** When this process last called for a person, and when such a call was last told 429: what the others want to hear. Epoch ms, 0 for never. */
  localActivity(storeId: number): Pick<RemoteRateInfo, 'browsedAt' | 'refusedAt'>;
}

/** A store that nobody called for so long is forgotten: all that is lost is what one call tells. */
const forgottenAfterMs = 10 * 60_000;

interface Store {
  bucket: Bucket;
  turns: ReturnType<typeof createWaitQueue>;
}

export function createRateLimiter(time: { now: () => number; wait: Wait }): RateLimiter {
  const stores = new Map<number, Store>();

  function forgetUnused(): void {
    for (const [storeId, { bucket, turns }] of stores) {
      const isUnused = bucket.usedAt() < time.now() - forgottenAfterMs;
      if (isUnused && turns.isEmpty()) stores.delete(storeId);
    }
  }

  function storeOf(storeId: number): Store {
    const known = stores.get(storeId);
    if (known !== undefined) return known;
    forgetUnused();
    const bucket = createBucket(time.now, () => turns.look());
    const turns = createWaitQueue(bucket.take, time);
    const store = { bucket, turns };
    stores.set(storeId, store);
    return store;
  }

  return {
    take(storeId, urgency) {
      const taken = storeOf(storeId).turns.takeBehind(urgency);
      return 'waitMs' in taken ? { waitMs: taken.waitMs } : taken;
    },
    wait: (storeId, urgency, patience) => storeOf(storeId).turns.wait(urgency, patience),
    isCrowded: (storeId) => stores.get(storeId)?.bucket.isCrowded() ?? false,
    snapshot: (storeId) => stores.get(storeId)?.bucket.snapshot() ?? null,
    mergeRemote: (storeId, heard) => storeOf(storeId).bucket.hear(heard),
    localActivity: (storeId) =>
      stores.get(storeId)?.bucket.spoke() ?? { browsedAt: 0, refusedAt: 0 },
  };
}
