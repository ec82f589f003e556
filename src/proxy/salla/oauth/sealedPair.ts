import type { Sealing } from '../../storage/sealing.ts';
import type { NewPair, StoreTokensRow } from '../../storage/storeTokens.ts';
import type { TokenPair } from './tokenTypes.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Seals a pair for its row. Refreshed ahead by a tenth of its life, a day at most: time for a second try. */
export function sealPair(
  sealing: Sealing,
  storeId: number,
  pairId: string,
  pair: TokenPair,
  nowMs: number,
): NewPair {
  const ahead = Math.min(dayMs, Math.max(0, pair.expiresAt - nowMs) / 10);
  return {
    pair_id: pairId,
    sealed_access: sealing.seal(pair.accessToken, `${storeId} access`),
    sealed_refresh:
      pair.refreshToken === null ? null : sealing.seal(pair.refreshToken, `${storeId} refresh`),
    scope: pair.scopes.join(' '),
    expires_at: Math.round(pair.expiresAt),
    refresh_after: Math.round(pair.expiresAt - ahead),
  };
}

/** Null where the row was sealed under another SECRET_KEY. */
export function openAccess(sealing: Sealing, row: StoreTokensRow): string | null {
  return sealing.open(row.sealed_access, `${row.store_id} access`);
}

/** Null as above, and where there is no refresh token. */
export function openRefresh(sealing: Sealing, row: StoreTokensRow): string | null {
  return row.sealed_refresh === null
    ? null
    : sealing.open(row.sealed_refresh, `${row.store_id} refresh`);
}
