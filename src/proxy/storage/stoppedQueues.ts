import type { Database } from './database.ts';

/**
 * Stops the queue, until the store is connected again, for want of tokens that Salla takes: unless it has others by now
 * than the pair that was refused. In the caller's transaction.
 */
export async function stopQueue(
  transaction: Database,
  storeId: number,
  refusedPairId: string | null,
): Promise<void> {
  // First the row's lock: whoever saves new tokens takes it too, so the second statement sees them or is seen by them.
  await transaction
    .updateTable('store_queues')
    .set(({ ref }) => ({ store_id: ref('store_id') }))
    .where('store_id', '=', storeId)
    .execute();
  await transaction
    .updateTable('store_queues')
    .set({ stopped: 'reconnect' })
    .where('store_id', '=', storeId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('store_tokens')
            .select('pair_id')
            .where('store_tokens.store_id', '=', storeId)
            .where('revoked', '=', 0)
            .$if(refusedPairId !== null, (query) => query.where('pair_id', '!=', refusedPairId)),
        ),
      ),
    )
    .execute();
}

/** The store has tokens that Salla takes: what waits in its queue goes on. Written even where nothing stopped it, see `stopQueue`. */
export async function restartQueue(database: Database, storeId: number): Promise<void> {
  await database
    .updateTable('store_queues')
    .set({ stopped: null })
    .where('store_id', '=', storeId)
    .execute();
}
