import { isGone } from '../../runtime/processName.ts';
import type { RateLimiter } from '../../salla/rateLimit/rateLimiter.ts';
import type { Database } from '../../storage/database.ts';
import { acquireLease, releaseLease } from '../../storage/queueOwners.ts';
import type { QueueOwner, WaitingQueue } from '../../storage/storeQueues.ts';
import { renewClaims } from './claims.ts';

/** How long a queue that its owner has stopped renewing stays his: with a second's look before and after, within 10 s. */
const leaseMs = 7000;
const renewAfterMs = 2000;
/** The owner stops using a lease so long before its end. */
const marginMs = 2000;

/** Who hasn't looked for longer than this, or had its clock set, hasn't seen what went on meanwhile. */
const lookingMs = 3000;

interface Sighting {
  seen: QueueOwner;
  /** When it was first seen so, by our clock. */
  since: number;
}

export interface QueueLeases {
  /** Takes note of who has which queue; answers those that are ours or to be had. */
  see(waiting: readonly WaitingQueue[]): WaitingQueue[];
  /** Takes the store's queue, or keeps it and what is being sent of it, asking the database only now and then; false where another process has it. */
  hold(storeId: number): Promise<boolean>;
  /** Whether it is ours beyond doubt. */
  isHeld(storeId: number): boolean;
  /** When `hold` is to be called next, epoch ms. */
  renewAt(storeId: number): number;
  /** The clock was set back: what was noted by it holds no more, and is found out anew. */
  startAfresh(): void;
  /** Hands it on at once. */
  release(storeId: number): Promise<void>;
}

export interface QueueLeaseDeps {
  database: Database;
  pace: Pick<RateLimiter, 'snapshot' | 'mergeRemote'>;
  owner: string;
  /** Epoch ms. */
  now: () => number;
}

/**
 * The leases of the stores' queues. No two machines' clocks need to agree: an owner counts its lease from before it
 * wrote it, and another takes it only after it has itself seen it unrenewed for as long as a lease lasts, or knows that
 * the owner's process is gone. All that is assumed is that a second lasts about as long on both. Where even that fails,
 * a clock being set say, two may send for a store at once for some seconds: faster than they should, but never the
 * same delivery, for a claim is one statement.
 */
export function createQueueLeases(parts: QueueLeaseDeps): QueueLeases {
  const { database, pace, owner, now } = parts;
  const held = new Map<number, { until: number; renewAt: number }>();
  let sightings = new Map<number, Sighting>();
  let seenAt = now();

  function isFree({ seen, since }: Sighting): boolean {
    if (seen.owner === null || seen.owner === owner || isGone(seen.owner)) return true;
    return now() - since >= leaseMs;
  }

  const isHeld = (storeId: number) => now() < (held.get(storeId)?.until ?? 0);

  return {
    see(waiting) {
      const at = now();
      const before = Math.abs(at - seenAt) > lookingMs ? new Map<number, Sighting>() : sightings;
      seenAt = at;
      sightings = new Map(
        waiting.map(({ storeId, ...seen }) => {
          const known = before.get(storeId);
          const isSame =
            known?.seen.owner === seen.owner && known.seen.leaseUntil === seen.leaseUntil;
          return [storeId, { seen, since: isSame ? known.since : at }];
        }),
      );
      return waiting.filter(({ storeId }) => {
        const sighting = sightings.get(storeId);
        return sighting !== undefined && isFree(sighting);
      });
    },
    async hold(storeId) {
      const at = now();
      const mine = held.get(storeId);
      if (mine !== undefined && at < mine.renewAt) return isHeld(storeId);
      const sighting = sightings.get(storeId);
      const from = sighting !== undefined && isFree(sighting) ? sighting.seen : null;
      // Until we had it, its last owner knew better than we do.
      const rate = mine === undefined ? null : pace.snapshot(storeId);
      const until = at + leaseMs;
      const news = await acquireLease(database, { storeId, owner, until, from }, rate);
      if (news === null) {
        held.delete(storeId);
        return false;
      }
      if (mine !== undefined) await renewClaims(database, { storeId, owner, now: at });
      held.set(storeId, { until: until - marginMs, renewAt: at + renewAfterMs });
      const { browsedAt, refusedAt } = news;
      pace.mergeRemote(storeId, mine === undefined ? news : { browsedAt, refusedAt });
      return isHeld(storeId);
    },
    isHeld,
    renewAt: (storeId) => held.get(storeId)?.renewAt ?? Number.POSITIVE_INFINITY,
    startAfresh() {
      held.clear();
      sightings.clear();
    },
    async release(storeId) {
      if (!held.delete(storeId)) return;
      await releaseLease(database, { storeId, owner, rate: pace.snapshot(storeId) });
    },
  };
}
