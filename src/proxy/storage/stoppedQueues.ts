import type { Database } from './database.ts';

/** Why the store's queue is stopped, null where it isn't. */
export async function findStopped(
  database: Database,
  storeId: number,
): Promise<'reconnect' | null> {
  const row = await database
    .selectFrom('store_queues')
    .select('stopped')
    .where('store_id', '=', storeId)
    .executeTakeFirst();
  return row?.stopped ?? null;
}
