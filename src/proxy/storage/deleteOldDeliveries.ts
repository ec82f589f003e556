import { deleteEmptyBatchesBefore } from './batches.ts';
import type { Database } from './database.ts';
import { deleteDeliveriesBefore } from './deliveries.ts';
import { lockStoreRow } from './stores.ts';

/** 18 months at their longest. */
export const deliveriesKeptMs = 550 * 24 * 60 * 60 * 1000;

/** Few enough that nobody waits long for the store's lock. */
const limit = 500;

/** Deletes deliveries that ended more than 18 months ago, then batches without any left. `now` in epoch ms. */
export async function deleteOldDeliveries(database: Database, now: number): Promise<void> {
  const before = now - deliveriesKeptMs;
  for (const { id } of await database.selectFrom('stores').select('id').execute()) {
    for (const deleteSome of [deleteDeliveriesBefore, deleteEmptyBatchesBefore]) {
      // Under the store's lock: an enqueue may be storing which deliveries its orders conflict with.
      const deleteOnce = async (transaction: Database) => {
        await lockStoreRow(transaction, id);
        return deleteSome(transaction, id, before, limit);
      };
      while ((await database.transaction().execute(deleteOnce)) === limit);
    }
  }
}
