import type { Database } from './database.ts';
import type { Schema, StoreEvent } from './schema.ts';

/** Longer than Salla tries again (3 times, about 5 minutes apart). */
const uninstallReceiptsKeptMs = 30 * 24 * 60 * 60 * 1000;

export async function wasReceived(database: Database, bodyHash: string): Promise<boolean> {
  const row = await database
    .selectFrom('webhook_receipts')
    .select('body_hash')
    .where('body_hash', '=', bodyHash)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertReceipt(
  database: Database,
  receipt: { bodyHash: string; event: StoreEvent; now: number },
): Promise<void> {
  await database
    .insertInto('webhook_receipts')
    .values({ body_hash: receipt.bodyHash, event: receipt.event, received_at: receipt.now })
    .execute();
}

/**
 * An authorization's receipt stays for good: its body has tokens, so it is never that of another event, and the tokens
 * of one that is replayed were used up long ago. An uninstall without a date may say the same again a year later.
 */
export async function deleteOldReceipts(database: Database, now: number): Promise<void> {
  await database
    .deleteFrom('webhook_receipts')
    .where('event', '=', 'app.uninstalled')
    .where('received_at', '<=', now - uninstallReceiptsKeptMs)
    .execute();
}

/**
 * Waits until no other transaction is at the store's installation, and keeps others from it until this one ends: what
 * is read of it after that and what is written is one step, on Postgres too.
 */
export async function lockInstallation(transaction: Database, storeId: number): Promise<void> {
  await transaction
    .insertInto('installations')
    .values({ store_id: storeId })
    .onConflict((conflict) => conflict.column('store_id').doUpdateSet({ store_id: storeId }))
    .execute();
}

export interface Installation {
  installedAt: number | null;
  uninstalledAt: number | null;
  dataDeletedAt: number | null;
  /** Of the tokens that are kept, null where there are none. */
  tokens: { expiresAt: number; isRevoked: boolean } | null;
}

/** When the store was last installed and uninstalled, as far as is known. */
export async function findInstallation(database: Database, storeId: number): Promise<Installation> {
  const installation = await database
    .selectFrom('installations')
    .select(['installed_at', 'uninstalled_at', 'data_deleted_at'])
    .where('store_id', '=', storeId)
    .executeTakeFirst();
  const tokens = await database
    .selectFrom('store_tokens')
    .select(['expires_at', 'revoked'])
    .where('store_id', '=', storeId)
    .executeTakeFirst();
  return {
    installedAt: installation?.installed_at ?? null,
    uninstalledAt: installation?.uninstalled_at ?? null,
    dataDeletedAt: installation?.data_deleted_at ?? null,
    tokens:
      tokens === undefined
        ? null
        : { expiresAt: tokens.expires_at, isRevoked: tokens.revoked === 1 },
  };
}

/** Notes what is given; the rest stays as it was. */
export async function upsertInstallation(
  database: Database,
  storeId: number,
  noted: Partial<Omit<Schema['installations'], 'store_id'>>,
): Promise<void> {
  await database
    .insertInto('installations')
    .values({ store_id: storeId, ...noted })
    .onConflict((conflict) => conflict.column('store_id').doUpdateSet(noted))
    .execute();
}

/** The later of two instants, either of which may be unknown. */
export function latest(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}
