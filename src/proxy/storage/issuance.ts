import type { IssuanceSetting, Store } from '../../contract/store.ts';
import type { Database } from './database.ts';

/** How the store issues invoices as an answer of Salla's showed it last; null where none has. */
export async function findIssuance(
  database: Database,
  storeId: number,
): Promise<Store['issuance']> {
  const row = await database
    .selectFrom('stores')
    .select(['issuance', 'issuance_learned_at'])
    .where('id', '=', storeId)
    .executeTakeFirst();
  if (row === undefined || row.issuance === null || row.issuance_learned_at === null) return null;
  return { setting: row.issuance, learnedAt: new Date(row.issuance_learned_at).toISOString() };
}

/** `now` in epoch ms. */
export async function upsertIssuance(
  database: Database,
  storeId: number,
  setting: IssuanceSetting,
  now: number,
): Promise<void> {
  await database
    .updateTable('stores')
    .set({ issuance: setting, issuance_learned_at: now })
    .where('id', '=', storeId)
    .execute();
}
