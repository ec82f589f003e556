import type { RateLimiter } from '../../salla/rateLimit/rateLimiter.ts';
import type { Database } from '../../storage/database.ts';
import type { QueueWithWork } from '../../storage/deliveryQueue.ts';
import { notifyOwner } from '../../storage/storeQueues.ts';

/** Often enough for an owner to leave people their share. */
const everyMs = 1000;

export interface ActivitySharingDeps {
  database: Database;
  rateLimiter: Pick<RateLimiter, 'localActivity'>;
  /** This process's name. */
  owner: string;
  /** Epoch ms. */
  now: () => number;
}

/**
 * Tells the owners of queues with work that people of their stores browse at this process, and whether Salla refused them: the owner
 * keeps the store's pace, whichever process people use.
 */
export function createActivitySharing(deps: ActivitySharingDeps) {
  const { database, rateLimiter, owner, now } = deps;
  const shared = new Map<number, { at: number; browsedAt: number; refusedAt: number }>();

  return async (queues: readonly QueueWithWork[]): Promise<void> => {
    for (const { storeId, owner: other } of queues) {
      if (other === null || other === owner) continue;
      const { browsedAt, refusedAt } = rateLimiter.localActivity(storeId);
      const last = shared.get(storeId) ?? { at: 0, browsedAt: 0, refusedAt: 0 };
      if (browsedAt <= last.browsedAt && refusedAt <= last.refusedAt) continue;
      if (now() - last.at < everyMs) continue;
      shared.set(storeId, { at: now(), browsedAt, refusedAt });
      await notifyOwner(database, storeId, { browsedAt, refusedAt });
    }
  };
}
