import type { RateLimiter } from '../../salla/rateLimit/rateLimiter.ts';
import type { Database } from '../../storage/database.ts';
import { notifyOwner } from '../../storage/queueOwners.ts';
import type { WaitingQueue } from '../../storage/storeQueues.ts';

/** Told of a store's people no more often than this, an owner still leaves them their share. */
const everyMs = 1000;

export interface ActivitySharingDeps {
  database: Database;
  pace: Pick<RateLimiter, 'localActivity'>;
  owner: string;
  /** Epoch ms. */
  now: () => number;
}

/**
 * Tells the owners of queues with something in them that people of their stores browse here, and what Salla told them:
 * one process keeps the pace, whichever the people came to.
 */
export function createActivitySharing({ database, pace, owner, now }: ActivitySharingDeps) {
  const told = new Map<number, { at: number; browsedAt: number; refusedAt: number }>();

  return async (waiting: readonly WaitingQueue[]): Promise<void> => {
    for (const { storeId, owner: other } of waiting) {
      if (other === null || other === owner) continue;
      const { browsedAt, refusedAt } = pace.localActivity(storeId);
      const last = told.get(storeId) ?? { at: 0, browsedAt: 0, refusedAt: 0 };
      if (browsedAt <= last.browsedAt && refusedAt <= last.refusedAt) continue;
      if (now() - last.at < everyMs) continue;
      told.set(storeId, { at: now(), browsedAt, refusedAt });
      await notifyOwner(database, storeId, { browsedAt, refusedAt });
    }
  };
}
