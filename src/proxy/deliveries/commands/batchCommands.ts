import type { ExpressionBuilder } from 'kysely';
import { activeStates } from '../../../contract/deliveryStates.ts';
import type { Database } from '../../storage/database.ts';
import type { DeliveryRow } from '../../storage/deliveries.ts';
import type { Schema } from '../../storage/schema.ts';

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
 * Where a delivery goes that is on its way and doesn't get through; back in the queue it is held if its batch is. Until
 * the transaction ends its batch is neither cancelled nor paused: whoever does so finds the delivery back in the queue.
 */
export async function resumedState(
  transaction: Database,
  { id, batch_id: batchId }: Pick<DeliveryRow, 'id' | 'batch_id'>,
): Promise<'queued' | 'canceled'> {
  const batch = await transaction
    .updateTable('batches')
    .set(({ ref }) => ({ canceled: ref('canceled') }))
    .where('id', '=', batchId)
    .returning(['canceled', 'paused'])
    .executeTakeFirst();
  if (batch?.canceled === 1) return 'canceled';
  await transaction
    .updateTable('deliveries')
    .set({ held: batch?.paused ?? 0 })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .execute();
  return 'queued';
}

/** Keeps what is queued from leaving, or lets it go on. A batch that is through stays as it is. */
export async function setPaused(database: Database, batchId: string, paused: 0 | 1): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('batches')
      .set({ paused })
      .where('id', '=', batchId)
      .where(somethingUnderWay(batchId))
      .execute();
    await transaction
      .updateTable('deliveries')
      .set({ held: paused })
      .where('batch_id', '=', batchId)
      .where('state', '=', 'queued')
      .execute();
  });
}

const somethingUnderWay =
  (batchId: string) =>
  ({ exists, selectFrom }: ExpressionBuilder<Schema, 'batches'>) =>
    exists(
      selectFrom('deliveries')
        .select('deliveries.id')
        .where('batch_id', '=', batchId)
        .where('state', 'in', activeStates),
    );
