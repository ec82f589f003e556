/**
 * One row a connected store, the tokens sealed. `pair_id` changes with every new pair, so a late
 * writer can't overwrite a newer one. The lease is held by whoever is refreshing;
 * `refresh_sent_at` stays where a refresh left and no answer was kept.
 */
export interface StoreTokenTables {
  store_tokens: {
    store_id: number;
    pair_id: string;
    sealed_access: string;
    sealed_refresh: string | null;
    scope: string;
    expires_at: number;
    refresh_after: number;
    revoked: 0 | 1;
    lease_owner: string | null;
    lease_until: number;
    refresh_sent_at: number | null;
  };
}
