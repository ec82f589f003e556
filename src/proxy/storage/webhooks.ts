import type { Database } from './database.ts';

/**
 * A receipt is kept of each authorization, for one that comes again brings tokens that were used up since.
 * `installations` outlives its store; its instants are the ones that Salla put on its events, or those of
 * sign-ins, epoch ms in whole seconds. `uninstalled_by` is the body of the uninstall that was applied last, until
 * the next authorization: by then the same body may be another uninstall, for Salla's events have no id.
 */
export interface WebhookTables {
  webhook_receipts: { body_hash: string; received_at: number };
  installations: {
    store_id: number;
    installed_at: number | null;
    uninstalled_at: number | null;
    uninstalled_by: string | null;
  };
}

/** Longer than Salla tries again (3 times, about 5 minutes apart). */
const receiptsKeptMs = 30 * 24 * 60 * 60 * 1000;

export async function wasReceived(database: Database, bodyHash: string): Promise<boolean> {
  const row = await database
    .selectFrom('webhook_receipts')
    .select('body_hash')
    .where('body_hash', '=', bodyHash)
    .executeTakeFirst();
  return row !== undefined;
}

export async function keepReceipt(database: Database, bodyHash: string, now: number) {
  await database
    .insertInto('webhook_receipts')
    .values({ body_hash: bodyHash, received_at: now })
    .onConflict((conflict) => conflict.column('body_hash').doNothing())
    .execute();
}

export async function removeOldReceipts(database: Database, now: number): Promise<void> {
  await database
    .deleteFrom('webhook_receipts')
    .where('received_at', '<=', now - receiptsKeptMs)
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
  uninstalledBy: string | null;
  /** When the tokens that are kept end; null where none are. */
  expiresAt: number | null;
}

/** When the store was last installed and uninstalled, as far as is known. */
export async function findInstallation(database: Database, storeId: number): Promise<Installation> {
  const installation = await database
    .selectFrom('installations')
    .select(['installed_at', 'uninstalled_at', 'uninstalled_by'])
    .where('store_id', '=', storeId)
    .executeTakeFirst();
  const tokens = await database
    .selectFrom('store_tokens')
    .select('expires_at')
    .where('store_id', '=', storeId)
    .executeTakeFirst();
  return {
    installedAt: installation?.installed_at ?? null,
    uninstalledAt: installation?.uninstalled_at ?? null,
    uninstalledBy: installation?.uninstalled_by ?? null,
    expiresAt: tokens?.expires_at ?? null,
  };
}

/** Notes what is given; the rest stays as it was. */
export async function noteInstallation(
  database: Database,
  storeId: number,
  noted: Partial<Omit<WebhookTables['installations'], 'store_id'>>,
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
