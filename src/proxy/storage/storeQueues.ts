/**
 * A store's queue of sends. Of all processes on this database only the owner of a lease that runs sends for the
 * store, so that there is one pace. `stopped` keeps the queue until the store is connected again. `rate_*` are what
 * Salla's headers said last, as the owner knew them; `browsed_at` and `refused_at` are when another process last called
 * Salla for a person, and was last told 429. Instants are epoch ms.
 */
export interface StoreQueueTables {
  store_queues: {
    store_id: number;
    owner: string | null;
    lease_until: number;
    stopped: 'reconnect' | null;
    rate_limit: number | null;
    rate_remaining: number | null;
    rate_reset_at: number | null;
    browsed_at: number;
    refused_at: number;
  };
}
