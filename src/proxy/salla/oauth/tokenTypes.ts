/** A store's tokens. `expiresAt` in epoch ms; no refresh token without the scope `offline_access`. */
export interface TokenPair {
  accessToken: string;
  refreshToken: string | null;
  expiresAt: number;
  scopes: string[];
}

/** The token that a store is called with, and the id of its pair: if Salla refuses it, the caller can say which pair. */
export interface AccessToken {
  token: string;
  pairId: string;
}
