import type { Logger } from 'pino';
import type { Database } from '../../storage/database.ts';
import { retryWrite } from '../../storage/retryWrite.ts';
import { type NewPair, type StoreTokensRow, updatePair } from '../../storage/storeTokens.ts';

/**
 * Refreshed pairs that the database has not taken yet: locked, full, or gone. Salla gives a pair once, and the one before
 * is spent, so each is kept in memory, used from there, and written as soon as that is possible.
 */
export interface UnsavedTokens {
  /**
   * Writes the pair in place of the row's, and goes on trying where the first try fails. False where another pair stands
   * there by now, or the store is gone: then this one is dropped.
   */
  write(row: StoreTokensRow, pair: NewPair): Promise<boolean>;
  /** The row as it will be once its pair is written; null where none is waiting for that. */
  inPlaceOf(row: StoreTokensRow): StoreTokensRow | null;
  /** Resolves once nothing waits to be written. */
  settled(): Promise<void>;
  /** Tries no more, and logs the stores whose pairs end with the process. */
  giveUp(): void;
}

export function createUnsavedTokens(
  database: Database,
  log: Pick<Logger, 'warn' | 'error'>,
): UnsavedTokens {
  const unwritten = new Map<number, { replaces: string; pair: NewPair }>();
  const writing = new Set<Promise<void>>();
  const stopped = new AbortController();

  function drop(storeId: number, pair: NewPair): void {
    if (unwritten.get(storeId)?.pair === pair) unwritten.delete(storeId);
  }

  async function keepTrying(row: StoreTokensRow, pair: NewPair): Promise<void> {
    try {
      await retryWrite(() => updatePair(database, row, pair), stopped.signal);
    } catch {
      // `giveUp` said so.
      return;
    }
    drop(row.store_id, pair);
    log.warn({ storeId: row.store_id }, 'the refreshed tokens of a store are stored after all');
  }

  return {
    async write(row, pair) {
      const storeId = row.store_id;
      unwritten.set(storeId, { replaces: row.pair_id, pair });
      try {
        const isWritten = await updatePair(database, row, pair);
        drop(storeId, pair);
        return isWritten;
      } catch (error) {
        log.error(
          { storeId, err: error },
          'the refreshed tokens of a store could not be stored yet',
        );
        const trying = keepTrying(row, pair).finally(() => writing.delete(trying));
        writing.add(trying);
        return true;
      }
    },
    inPlaceOf(row) {
      const waiting = unwritten.get(row.store_id);
      if (waiting?.replaces !== row.pair_id) return null;
      return { ...row, ...waiting.pair, lease_owner: null, lease_until: 0, refresh_sent_at: null };
    },
    async settled() {
      await Promise.all(writing);
    },
    giveUp() {
      stopped.abort();
      for (const storeId of unwritten.keys()) {
        log.error({ storeId }, 'refreshed tokens are lost: the store has to be connected again');
      }
    },
  };
}
