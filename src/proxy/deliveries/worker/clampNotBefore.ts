import { sql } from 'kysely';
import type { DeliveryState } from '../../../contract/deliveryStates.ts';
import type { Database } from '../../storage/database.ts';

/** Nobody may undo for longer. */
const longestUndoMs = 30_000;

/**
 * Lets what is queued wait no longer than an undo may take: after the clock was set back, what was queued by it before
 * would wait for as long as it was set back. `now` in epoch ms.
 */
export async function clampNotBefore(database: Database, now: number): Promise<void> {
  const until = now + longestUndoMs;
  // A partial index serves only those who name its condition in so many words.
  const queued = sql.lit<DeliveryState>('queued');
  const batches = await database
    .selectFrom('deliveries')
    .select('batch_id')
    .distinct()
    .where('state', '=', queued)
    .where('not_before', '>', until)
    .execute();
  for (const { batch_id: batchId } of batches) {
    await database.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('batches')
        .set(({ ref }) => ({ paused: ref('paused') }))
        .where('id', '=', batchId)
        .execute();
      await transaction
        .updateTable('deliveries')
        .set({ not_before: until })
        .where('batch_id', '=', batchId)
        .where('state', '=', queued)
        .where('not_before', '>', until)
        .execute();
    });
  }
}
