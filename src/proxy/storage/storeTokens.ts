import type { Database } from './database.ts';
import { type Given, prepare } from './prepare.ts';
import type { Schema } from './schema.ts';

export type StoreTokensRow = Schema['store_tokens'];

/** A pair that nobody is refreshing and that Salla takes. */
const untouched = { revoked: 0, lease_owner: null, lease_until: 0, refresh_sent_at: null } as const;

export type NewPair = Omit<StoreTokensRow, 'store_id' | keyof typeof untouched>;

const tokensOfStore = prepare((database, given: Given<{ storeId: number }>) => {
  const storeId = given((asked) => asked.storeId);
  return database.selectFrom('store_tokens').selectAll().where('store_id', '=', storeId);
});

export async function findStoreTokens(
  database: Database,
  storeId: number,
): Promise<StoreTokensRow | null> {
  const [row] = await tokensOfStore(database, { storeId });
  return row ?? null;
}

/** Puts the pair in place of whatever was there. The store's row must exist. */
export async function upsertStoreTokens(
  database: Database,
  storeId: number,
  pair: NewPair,
): Promise<void> {
  await database
    .insertInto('store_tokens')
    .values({ store_id: storeId, ...pair, ...untouched })
    .onConflict((conflict) => conflict.column('store_id').doUpdateSet({ ...pair, ...untouched }))
    .execute();
}

export async function deleteStoreTokens(database: Database, storeId: number): Promise<void> {
  await database.deleteFrom('store_tokens').where('store_id', '=', storeId).execute();
}

/** From here on the tokens are of no use, whoever held a lease on them. With `pairId` only where it is still that pair. */
export async function revokeStoreTokens(
  database: Database,
  storeId: number,
  pairId?: string,
): Promise<void> {
  await database
    .updateTable('store_tokens')
    .set({ ...untouched, revoked: 1 })
    .where('store_id', '=', storeId)
    .$if(pairId !== undefined, (query) => query.where('pair_id', '=', pairId ?? ''))
    .execute();
}

/**
 * Takes the lease for one refresh of the pair as it was read, and records that the refresh token is about
 * to be used. False where someone else was faster: taking it always changes `refresh_sent_at`.
 */
export async function claimRefresh(
  database: Database,
  read: StoreTokensRow,
  lease: { owner: string; now: number; until: number },
): Promise<boolean> {
  const result = await database
    .updateTable('store_tokens')
    .set({ lease_owner: lease.owner, lease_until: lease.until, refresh_sent_at: lease.now })
    .where('store_id', '=', read.store_id)
    .where('pair_id', '=', read.pair_id)
    .where('revoked', '=', 0)
    .where((where) =>
      read.refresh_sent_at === null
        ? where('refresh_sent_at', 'is', null)
        : where('refresh_sent_at', '=', read.refresh_sent_at),
    )
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/**
 * Puts a refreshed pair in place of the one that it was refreshed from, whoever has the lease by now. False where another
 * pair stands there, or the one that was read is revoked.
 */
export async function updatePair(
  database: Database,
  read: StoreTokensRow,
  pair: NewPair,
): Promise<boolean> {
  const result = await database
    .updateTable('store_tokens')
    .set({ ...pair, ...untouched })
    .where('store_id', '=', read.store_id)
    .where('pair_id', '=', read.pair_id)
    .where('revoked', '=', 0)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Ends a refresh that `owner` began on this pair. False where the row has moved on, by a new install say. */
export async function endRefresh(
  database: Database,
  read: StoreTokensRow,
  owner: string,
  changes: Partial<Omit<StoreTokensRow, 'store_id'>>,
): Promise<boolean> {
  const result = await database
    .updateTable('store_tokens')
    .set({ lease_owner: null, lease_until: 0, ...changes })
    .where('store_id', '=', read.store_id)
    .where('pair_id', '=', read.pair_id)
    .where('lease_owner', '=', owner)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
