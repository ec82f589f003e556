import { activeStates } from '../../contract/deliveryStates.ts';
import type { Database } from './database.ts';
import { deleteStore, lockStoreRow } from './stores.ts';
import { findInstallation, lockInstallation } from './webhooks.ts';

/** How long what was queued when the app was uninstalled waits for it to be installed again. */
const keptQueuedMs = 30 * 24 * 60 * 60 * 1000;

const ownTables = [
  'store_tokens',
  'sessions',
  'known_orders',
  'staff',
  'idempotency_keys',
  'invoice_creations',
  'created_invoices',
] as const;

/**
 * Forgets an uninstalled store, but for what has not been sent yet: that waits, without anybody's name, its batches
 * paused, so that after a reinstall a person decides. In the caller's transaction, after `lockInstallation`.
 */
export async function forgetStore(transaction: Database, storeId: number): Promise<void> {
  if (!(await lockStoreRow(transaction, storeId))) return;
  await pauseBatches(transaction, storeId);
  if (!(await hasUnderWay(transaction, storeId))) {
    await deleteStore(transaction, storeId);
    return;
  }
  for (const table of ownTables) {
    await transaction.deleteFrom(table).where('store_id', '=', storeId).execute();
  }
  await transaction
    .updateTable('stores')
    .set({ name: null, issuance: null, issuance_learned_at: null })
    .where('id', '=', storeId)
    .execute();
  await forgetSent(transaction, storeId);
  await transaction
    .insertInto('store_queues')
    .values({ store_id: storeId, lease_until: 0, browsed_at: 0, refused_at: 0, stopped })
    .onConflict((conflict) => conflict.column('store_id').doUpdateSet({ stopped }))
    .execute();
}

const stopped = 'reconnect';

async function hasUnderWay(database: Database, storeId: number): Promise<boolean> {
  const row = await database
    .selectFrom('deliveries')
    .select('id')
    .where('store_id', '=', storeId)
    .where('state', 'in', activeStates)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Also keeps others from them until the transaction ends. */
async function pauseBatches(transaction: Database, storeId: number): Promise<void> {
  await transaction
    .updateTable('batches')
    .set({ requested_by_name: null, paused: 1 })
    .where('store_id', '=', storeId)
    .execute();
}

/** What is on its way is its sender's, who may be renewing its claims: housekeeping comes back for it. */
async function forgetSent(transaction: Database, storeId: number): Promise<void> {
  await transaction
    .deleteFrom('deliveries')
    .where('store_id', '=', storeId)
    .where('state', 'not in', activeStates)
    .execute();
  await transaction
    .updateTable('deliveries')
    .set({ requested_by_name: null, message: null, held: 1 })
    .where('store_id', '=', storeId)
    .where('state', '=', 'queued')
    .execute();
  await transaction
    .deleteFrom('batches')
    .where('store_id', '=', storeId)
    .where('id', 'not in', ({ selectFrom }) =>
      selectFrom('deliveries').select('batch_id').where('store_id', '=', storeId),
    )
    .execute();
}

/**
 * Forgets uninstalled stores as above once more, for a request that was under way may have left something behind, and
 * wholly those that nobody has installed again for 30 days. `now` in epoch ms.
 */
export async function forgetUninstalled(database: Database, now: number): Promise<void> {
  const uninstalled = await database
    .selectFrom('stores')
    .innerJoin('installations', 'installations.store_id', 'stores.id')
    .leftJoin('store_tokens', 'store_tokens.store_id', 'stores.id')
    .select('stores.id')
    .where('installations.forgotten_at', 'is not', null)
    .where('store_tokens.store_id', 'is', null)
    .execute();
  for (const { id } of uninstalled) {
    await database.transaction().execute(async (transaction) => {
      await lockInstallation(transaction, id);
      const { forgottenAt, tokens } = await findInstallation(transaction, id);
      // Installed again meanwhile.
      if (forgottenAt === null || tokens !== null) return;
      if (forgottenAt > now - keptQueuedMs) await forgetStore(transaction, id);
      else await deleteStore(transaction, id);
    });
  }
}
