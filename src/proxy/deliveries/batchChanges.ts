import type { ExpressionBuilder } from 'kysely';
import type { Database } from '../storage/database.ts';
import type { Tables } from '../storage/tables.ts';

/** What has not left is taken back, and what is on its way but doesn't get through goes no second time. */
export async function cancelBatch(database: Database, batchId: string, now: number): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('batches')
      .set({ canceled: 1 })
      .where('id', '=', batchId)
      .where(somethingUnderWay(batchId))
      .execute();
    await transaction
      .updateTable('deliveries')
      .set({ state: 'canceled', finished_at: now })
      .where('batch_id', '=', batchId)
      .where('state', '=', 'queued')
      .execute();
  });
}

/**
 * Where a delivery goes that was on its way and didn't get through. Until the transaction ends its batch is not
 * cancelled: whoever does so finds the delivery back in the queue.
 */
export async function stateBack(
  transaction: Database,
  batchId: string,
): Promise<'queued' | 'canceled'> {
  const batch = await transaction
    .updateTable('batches')
    .set(({ ref }) => ({ canceled: ref('canceled') }))
    .where('id', '=', batchId)
    .returning('canceled')
    .executeTakeFirst();
  return batch?.canceled === 1 ? 'canceled' : 'queued';
}

/** Keeps what is queued from leaving, or lets it go on. A batch that is through stays as it is. */
export async function setPaused(database: Database, batchId: string, paused: 0 | 1): Promise<void> {
  await database
    .updateTable('batches')
    .set({ paused })
    .where('id', '=', batchId)
    .where(somethingUnderWay(batchId))
    .execute();
}

const somethingUnderWay =
  (batchId: string) =>
  ({ exists, selectFrom }: ExpressionBuilder<Tables, 'batches'>) =>
    exists(
      selectFrom('deliveries')
        .select('deliveries.id')
        .where('batch_id', '=', batchId)
        .where('state', 'in', ['queued', 'sending']),
    );
