import { deleteEmptyBatches, pauseBatchesWithoutNames } from './batches.ts';
import type { Database } from './database.ts';
import { deleteEndedPauseQueued, hasActiveDeliveries } from './deliveries.ts';
import { stopUninstalledQueue } from './storeQueues.ts';
import { deleteStore, lockStoreRow } from './stores.ts';
import { findInstallation, lockInstallation } from './webhooks.ts';

/** How long queued deliveries of an uninstalled store wait for a reinstall. */
const keptQueuedMs = 30 * 24 * 60 * 60 * 1000;

const tables = [
  'store_tokens',
  'sessions',
  'known_orders',
  'staff',
  'idempotency_keys',
  'invoice_creations',
  'created_invoices',
] as const;

/**
 * Deletes an uninstalled store's data, but for queued deliveries: they stay paused and without names, so that after a reinstall a person
 * decides. In the caller's transaction, after `lockInstallation`.
 */
export async function deleteStoreData(transaction: Database, storeId: number): Promise<void> {
  if (!(await lockStoreRow(transaction, storeId))) return;
  await pauseBatchesWithoutNames(transaction, storeId);
  if (!(await hasActiveDeliveries(transaction, storeId))) {
    await deleteStore(transaction, storeId);
    return;
  }
  for (const table of tables) {
    await transaction.deleteFrom(table).where('store_id', '=', storeId).execute();
  }
  await transaction
    .updateTable('stores')
    .set({ name: null, issuance: null, issuance_learned_at: null })
    .where('id', '=', storeId)
    .execute();
  await deleteEndedPauseQueued(transaction, storeId);
  await deleteEmptyBatches(transaction, storeId);
  await stopUninstalledQueue(transaction, storeId);
}

/**
 * Deletes the data of uninstalled stores once more, because a request that was under way may have left some, and everything of those that
 * were not reinstalled within 30 days. `now` in epoch ms.
 */
export async function deleteUninstalledStores(database: Database, now: number): Promise<void> {
  const uninstalled = await database
    .selectFrom('stores')
    .innerJoin('installations', 'installations.store_id', 'stores.id')
    .leftJoin('store_tokens', 'store_tokens.store_id', 'stores.id')
    .select('stores.id')
    .where('installations.data_deleted_at', 'is not', null)
    .where('store_tokens.store_id', 'is', null)
    .execute();
  for (const { id } of uninstalled) {
    await database.transaction().execute(async (transaction) => {
      await lockInstallation(transaction, id);
      const { dataDeletedAt, tokens } = await findInstallation(transaction, id);
      // Reinstalled meanwhile.
      if (dataDeletedAt === null || tokens !== null) return;
      if (dataDeletedAt > now - keptQueuedMs) await deleteStoreData(transaction, id);
      else await deleteStore(transaction, id);
    });
  }
}
