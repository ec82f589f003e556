import type { Database } from '../storage/database.ts';

/** What has not left is taken back. Nothing can leave in between: it is one statement. */
export async function cancelBatch(database: Database, batchId: string, now: number): Promise<void> {
  await database
    .updateTable('deliveries')
    .set({ state: 'canceled', finished_at: now })
    .where('batch_id', '=', batchId)
    .where('state', '=', 'queued')
    .execute();
}

/** Keeps what is queued from leaving, or lets it go on. A batch that is through stays as it is. */
export async function setPaused(database: Database, batchId: string, paused: 0 | 1): Promise<void> {
  await database
    .updateTable('batches')
    .set({ paused })
    .where('id', '=', batchId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('deliveries')
          .select('id')
          .where('batch_id', '=', batchId)
          .where('state', 'in', ['queued', 'sending']),
      ),
    )
    .execute();
}
