import { isGone } from '../../runtime/processName.ts';
import type { RateLimiter } from '../../salla/rateLimit/rateLimiter.ts';
import type { Database } from '../../storage/database.ts';
import { type QueueWithWork, renewClaims } from '../../storage/deliveryQueue.ts';
import { acquireLease, type QueueOwner, releaseLease } from '../../storage/storeQueues.ts';
import { createSightings } from './sightings.ts';

/** How long a lease lasts without renewal: with a second's look before and after, a takeover takes at most 10 s. */
const leaseMs = 7000;
const renewAfterMs = 2000;
/** The owner stops using a lease so long before its end. */
const marginMs = 2000;

/** Observations from before a longer gap, or a clock jump of that size, are discarded. */
const maximumGapMs = 3000;

export interface QueueLeases {
  /** Records who owns which queue; returns the queues that are ours or free. */
  update(queues: readonly QueueWithWork[]): QueueWithWork[];
  /**
   * Acquires or keeps the lease of the store's queue, and renews the claims under it. Asks the database only now and then. False if
   * another process owns it.
   */
  hold(storeId: number): Promise<boolean>;
  /** Whether it is certainly ours. */
  isHeld(storeId: number): boolean;
  /** When `hold` is to be called next, epoch ms. */
  renewAt(storeId: number): number;
  /** The clock went back: discards what was recorded by it. */
  reset(): void;
  /** Hands the queue on at once. */
  release(storeId: number): Promise<void>;
}

export interface QueueLeaseDeps {
  database: Database;
  rateLimiter: Pick<RateLimiter, 'snapshot' | 'mergeRemote'>;
  /** This process's name. */
  owner: string;
  /** Epoch ms. */
  now: () => number;
}

/**
 * The leases of the stores' queues. No two machines' clocks need to agree: an owner counts its lease from before it wrote it, and
 * another process takes it only after it has itself seen it unrenewed for as long as a lease lasts, or knows that the owner's process
 * is gone. The only assumption is that a second lasts about as long on both. Where even that fails (a clock is set), two processes may
 * send for a store for some seconds: faster than they should, but never the same delivery, because a claim is one statement.
 */
export function createQueueLeases(deps: QueueLeaseDeps): QueueLeases {
  const { database, rateLimiter, owner, now } = deps;
  const leases = new Map<number, { until: number; renewAt: number }>();
  const sightings = createSightings<number, QueueOwner>({
    now,
    maximumGapMs,
    isSame: (one, other) => one.owner === other.owner && one.leaseUntil === other.leaseUntil,
  });

  /** The owner of a queue that we may take; null for one that we may not, or never saw. */
  function freeFrom(storeId: number): QueueOwner | null {
    const sighting = sightings.get(storeId);
    if (sighting === undefined) return null;
    const { value, since } = sighting;
    const isFree =
      value.owner === null ||
      value.owner === owner ||
      isGone(value.owner) ||
      now() - since >= leaseMs;
    return isFree ? value : null;
  }

  const isHeld = (storeId: number) => now() < (leases.get(storeId)?.until ?? 0);

  return {
    update(queues) {
      sightings.update(queues.map(({ storeId, ...seen }) => [storeId, seen]));
      return queues.filter(({ storeId }) => freeFrom(storeId) !== null);
    },
    async hold(storeId) {
      const at = now();
      const lease = leases.get(storeId);
      if (lease !== undefined && at < lease.renewAt) return isHeld(storeId);
      // Until it is ours, its last owner knows the rate limit better than we do.
      const rate = lease === undefined ? null : rateLimiter.snapshot(storeId);
      const until = at + leaseMs;
      const from = freeFrom(storeId);
      const remote = await acquireLease(database, { storeId, owner, until, from }, rate);
      if (remote === null) {
        leases.delete(storeId);
        return false;
      }
      if (lease !== undefined) await renewClaims(database, { storeId, owner, now: at });
      leases.set(storeId, { until: until - marginMs, renewAt: at + renewAfterMs });
      const { browsedAt, refusedAt } = remote;
      rateLimiter.mergeRemote(storeId, lease === undefined ? remote : { browsedAt, refusedAt });
      return isHeld(storeId);
    },
    isHeld,
    renewAt: (storeId) => leases.get(storeId)?.renewAt ?? Number.POSITIVE_INFINITY,
    reset() {
      leases.clear();
      sightings.clear();
    },
    async release(storeId) {
      if (!leases.delete(storeId)) return;
      await releaseLease(database, { storeId, owner, rate: rateLimiter.snapshot(storeId) });
    },
  };
}
