import type { Database } from './database.ts';

/** How a store's queue stands. `rate` is what Salla's headers said last, null before they did; `resetAt` in epoch ms. */
export interface QueueState {
  stopped: 'reconnect' | null;
  rate: { limit: number; remaining: number; resetAt: number } | null;
}

export async function findQueueState(database: Database, storeId: number): Promise<QueueState> {
  const row = await database
    .selectFrom('store_queues')
    .select(['stopped', 'rate_limit', 'rate_remaining', 'rate_reset_at'])
    .where('store_id', '=', storeId)
    .executeTakeFirst();
  const { rate_limit: limit, rate_remaining: remaining, rate_reset_at: resetAt } = row ?? noRate;
  const isKnown = limit !== null && remaining !== null && resetAt !== null;
  return {
    stopped: row?.stopped ?? null,
    rate: isKnown ? { limit, remaining, resetAt } : null,
  };
}

const noRate = { rate_limit: null, rate_remaining: null, rate_reset_at: null };
