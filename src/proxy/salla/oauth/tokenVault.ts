import { setTimeout as after } from 'node:timers/promises';
import type { Database } from '../../storage/database.ts';
import { restartQueue, stopQueue } from '../../storage/storeQueues.ts';
import { upsertStore } from '../../storage/stores.ts';
import {
  deleteStoreTokens,
  revokeStoreTokens,
  upsertStoreTokens,
} from '../../storage/storeTokens.ts';
import { SallaFailure } from '../client/failure.ts';
import { type RefreshDeps, refreshTokens, usableTokens } from './refresh.ts';
import { sealPair } from './sealedPair.ts';
import type { AccessToken, TokenPair } from './tokenTypes.ts';
import { createUnsavedTokens } from './unsavedTokens.ts';

/** Keeps every store's tokens sealed in the database, and refreshes them one at a time per store. */
export interface TokenVault {
  /**
   * An install, an update or a sign-in: connects the store, or replaces the tokens that it had, and what waits for that is sent. Answers the id
   * that the pair has here. `within` is the transaction that it belongs to; none is one of its own.
   */
  save(storeId: number, pair: TokenPair, within?: Database): Promise<string>;
  /**
   * A token that is good now, refreshed ahead of its end.
   * Throws SallaFailure `store_not_connected`, `reconnect_store`, `salla_unavailable` or `salla_timeout`.
   */
  accessToken(storeId: number): Promise<AccessToken>;
  /** The token to go on with after Salla refused `usedToken`: a newer one if there is one, else by a refresh. Throws as above. */
  refreshAfter401(storeId: number, usedToken: string): Promise<AccessToken>;
  /** Drops the store's tokens; its row and data are `removeStore`'s. */
  forget(storeId: number): Promise<void>;
  /** The store's tokens are of no use: from now on `reconnect_store`, and what is queued waits, until `save`. With `pairId` only where it is still that pair. */
  markRevoked(storeId: number, pairId?: string): Promise<void>;
  /** Waits until every refresh that has begun is over and its tokens are stored, for `withinMs` at most. */
  close(withinMs: number): Promise<void>;
}

export function createTokenVault(own: Omit<RefreshDeps, 'unwritten' | 'underWay'>): TokenVault {
  const { database, sealing, now, log } = own;
  const underWay = new Set<Promise<unknown>>();
  const unwritten = createUnsavedTokens(database, log);
  const parts = { ...own, unwritten, underWay };
  const running = new Map<string, Promise<AccessToken>>();

  /** Calls that found the same token refused share one refresh. */
  function refresh(storeId: number, usedToken: string): Promise<AccessToken> {
    const key = `${storeId} ${usedToken}`;
    const begun = running.get(key);
    if (begun !== undefined) return begun;
    const refreshed = refreshTokens(parts, storeId, usedToken).finally(() => running.delete(key));
    running.set(key, refreshed);
    return refreshed;
  }

  return {
    async save(storeId, pair, within) {
      const sealed = sealPair(sealing, storeId, parts.randomId(), pair, now());
      const put = async (transaction: Database) => {
        await upsertStore(transaction, { id: storeId, name: null, at: now() });
        await upsertStoreTokens(transaction, storeId, sealed);
        await restartQueue(transaction, storeId);
      };
      await (within === undefined ? database.transaction().execute(put) : put(within));
      return sealed.pair_id;
    },
    async accessToken(storeId) {
      const { row, accessToken, isWritten } = await usableTokens(parts, storeId);
      const token = { token: accessToken, pairId: row.pair_id };
      if (now() < row.refresh_after) return token;
      const isGood = now() < row.expires_at;
      // While it is good, nobody waits for a refresh that another process is at, or for the database, and nothing is
      // risked after one whose answer was lost.
      const canRefresh = isWritten && row.refresh_sent_at === null && row.sealed_refresh !== null;
      if (isGood && !canRefresh) return token;
      try {
        return await refresh(storeId, accessToken);
      } catch (error) {
        const isPassing =
          error instanceof SallaFailure &&
          (error.code === 'salla_unavailable' || error.code === 'salla_timeout');
        if (isGood && isPassing) return token;
        throw error;
      }
    },
    refreshAfter401: refresh,
    forget: (storeId) => deleteStoreTokens(database, storeId),
    async markRevoked(storeId, pairId) {
      await database.transaction().execute(async (transaction) => {
        await revokeStoreTokens(transaction, storeId, pairId);
        await stopQueue(transaction, storeId, pairId ?? null);
      });
    },
    async close(withinMs) {
      const settled = Promise.allSettled(underWay).then(() => unwritten.settled());
      await Promise.race([settled, after(withinMs, undefined, { ref: false })]);
      unwritten.giveUp();
    },
  };
}
