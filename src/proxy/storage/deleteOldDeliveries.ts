import type { Database } from './database.ts';
import { lockStoreRow } from './stores.ts';

/** As long as 18 months can be. */
export const deliveriesKeptMs = 550 * 24 * 60 * 60 * 1000;

/** So few that nobody waits long for them to be gone. */
const atOnce = 500;

/** Removes what finished more than 18 months ago, and then the batches that have nothing left. `now` in epoch ms. */
export async function deleteOldDeliveries(database: Database, now: number): Promise<void> {
  const before = now - deliveriesKeptMs;
  for (const { id } of await database.selectFrom('stores').select('id').execute()) {
    await untilFew(database, id, (transaction) => removeSome(transaction, id, before));
    await untilFew(database, id, (transaction) => removeEmptyBatches(transaction, id, before));
  }
}

/** Each time holding the store: somebody may be writing down what stood in their way. */
async function untilFew(
  database: Database,
  storeId: number,
  remove: (transaction: Database) => Promise<number>,
): Promise<void> {
  const removeOnce = (transaction: Database) =>
    lockStoreRow(transaction, storeId).then(() => remove(transaction));
  while ((await database.transaction().execute(removeOnce)) === atOnce);
}

async function removeSome(database: Database, storeId: number, before: number): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('deliveries')
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('deliveries')
        .select('id')
        .where('store_id', '=', storeId)
        .where('requested_at', '<', before)
        .where('finished_at', '<', before)
        .orderBy('requested_at')
        .limit(atOnce),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

async function removeEmptyBatches(
  database: Database,
  storeId: number,
  before: number,
): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('batches')
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('batches')
        .select('id')
        .where('store_id', '=', storeId)
        .where('requested_at', '<', before)
        .where(({ not, exists }) =>
          not(
            exists(selectFrom('deliveries').select('id').whereRef('batch_id', '=', 'batches.id')),
          ),
        )
        .orderBy('requested_at')
        .limit(atOnce),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
