import type { Database } from './database.ts';

/** A store that the proxy knows. `connection`: `revoked` needs a reinstall or a sign-in, `none` has no tokens. */
export interface Store {
  id: number;
  name: string | null;
  connection: 'connected' | 'revoked' | 'none';
  scopes: string[];
}

export async function findStore(database: Database, storeId: number): Promise<Store | null> {
  const row = await database
    .selectFrom('stores')
    .leftJoin('store_tokens', 'store_tokens.store_id', 'stores.id')
    .select(['stores.id', 'stores.name', 'store_tokens.revoked', 'store_tokens.scope'])
    .where('stores.id', '=', storeId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const connection = row.revoked === null ? 'none' : row.revoked === 1 ? 'revoked' : 'connected';
  const scopes = row.scope?.split(' ').filter((scope) => scope !== '') ?? [];
  return { id: row.id, name: row.name, connection, scopes };
}

/** Makes the store known; a name that is given replaces the one before. */
export async function upsertStore(
  database: Database,
  store: { id: number; name: string | null; at: number },
): Promise<void> {
  await database
    .insertInto('stores')
    .values({ id: store.id, name: store.name, connected_at: store.at })
    .onConflict((conflict) =>
      store.name === null
        ? conflict.column('id').doNothing()
        : conflict.column('id').doUpdateSet({ name: store.name }),
    )
    .execute();
}

/** Forgets the store and, by the foreign keys, everything that belongs to it. */
export async function deleteStore(database: Database, storeId: number): Promise<void> {
  await database.deleteFrom('stores').where('id', '=', storeId).execute();
}

/**
 * Waits until no other transaction holds the store, and keeps it from others until this one ends: what is read after
 * it and what is written is then one step, on Postgres too. False where the store isn't known.
 */
export async function lockStoreRow(transaction: Database, storeId: number): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('stores')
    .set(({ ref }) => ({ connected_at: ref('connected_at') }))
    .where('id', '=', storeId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Holds the store as above. Throws where it is connected no more, for its session ended with that. */
export async function lockConnectedStore(transaction: Database, storeId: number): Promise<void> {
  await lockStoreRow(transaction, storeId);
  const store = await findStore(transaction, storeId);
  if (store === null || store.connection === 'none') throw new Error('the store is not connected');
}
