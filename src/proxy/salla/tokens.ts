/** A store's tokens. `expiresAt` in epoch ms; no refresh token without the scope `offline_access`. */
export interface TokenPair {
  accessToken: string;
  refreshToken: string | null;
  expiresAt: number;
  scopes: string[];
}

/** Keeps every store's tokens sealed in the database, and refreshes them one at a time per store. */
export interface TokenVault {
  /** An install, an update or a sign-in: connects the store, or replaces the tokens that it had. */
  save(storeId: number, pair: TokenPair): Promise<void>;
  /**
   * A token that is good now, refreshed ahead of its end.
   * Throws SallaFailure `store_not_connected`, `reconnect_store`, `salla_unavailable` or `salla_timeout`.
   */
  accessToken(storeId: number): Promise<string>;
  /** The token to go on with after Salla refused `usedToken`: a newer one if there is one, else by a refresh. Throws as above. */
  refreshAfter401(storeId: number, usedToken: string): Promise<string>;
  /** Drops the store's tokens; the store's row and data are `stores.remove`'s. */
  forget(storeId: number): Promise<void>;
  /** Salla no longer takes these tokens: from now on `reconnect_store`, until `save`. */
  markRevoked(storeId: number): Promise<void>;
}
