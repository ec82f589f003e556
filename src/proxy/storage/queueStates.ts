import type { Database } from './database.ts';

/** How a store's queue stands. `trouble` is why and until when (epoch ms) the store is let alone. `rate` is what Salla's headers said last, null before they did; `resetAt` in epoch ms. */
export interface QueueState {
  stopped: 'reconnect' | null;
  trouble: { reason: 'unavailable' | 'unclear'; until: number } | null;
  rate: { limit: number; remaining: number; resetAt: number } | null;
}

export async function findQueueState(database: Database, storeId: number): Promise<QueueState> {
  const row = await database
    .selectFrom('store_queues')
    .select([
      'stopped',
      'trouble',
      'trouble_until',
      'rate_limit',
      'rate_remaining',
      'rate_reset_at',
    ])
    .where('store_id', '=', storeId)
    .executeTakeFirst();
  const { rate_limit: limit, rate_remaining: remaining, rate_reset_at: resetAt } = row ?? noRate;
  const { trouble: reason, trouble_until: until } = row ?? noTrouble;
  const isKnown = limit !== null && remaining !== null && resetAt !== null;
  return {
    stopped: row?.stopped ?? null,
    trouble: reason === null || until === null ? null : { reason, until },
    rate: isKnown ? { limit, remaining, resetAt } : null,
  };
}

const noRate = { rate_limit: null, rate_remaining: null, rate_reset_at: null };
const noTrouble = { trouble: null, trouble_until: null };

/** Notes why the queue's owner lets the store alone, and until when (epoch ms). */
export async function updateBackoff(
  database: Database,
  noted: { storeId: number; owner: string; trouble: QueueState['trouble'] },
): Promise<void> {
  await database
    .updateTable('store_queues')
    .set({ trouble: noted.trouble?.reason ?? null, trouble_until: noted.trouble?.until ?? null })
    .where('store_id', '=', noted.storeId)
    .where('owner', '=', noted.owner)
    .execute();
}
