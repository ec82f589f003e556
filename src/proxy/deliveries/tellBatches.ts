import type { Batch } from '../../contract/batch.ts';
import { type BatchRow, countByBatch, countSkipped } from '../storage/batches.ts';
import type { Database } from '../storage/database.ts';
import { toInstant } from '../storage/deliveries.ts';
import { noDeliveries } from '../storage/deliveryLists.ts';
import { findStopped } from '../storage/stoppedQueues.ts';

/** What a store's batches say to people now. */
export async function tellBatches(
  database: Database,
  storeId: number,
  rows: readonly BatchRow[],
): Promise<Batch[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [counts, skipped, stopped] = await Promise.all([
    countByBatch(database, ids),
    countSkipped(database, ids),
    findStopped(database, storeId),
  ]);
  return rows.map((row) => ({
    batchId: row.id,
    requestedBy: { id: row.requested_by_id, name: row.requested_by_name },
    requestedAt: toInstant(row.requested_at),
    requestedFrom: row.requested_from,
    paused: row.paused === 1,
    stopped,
    counts: counts.get(row.id) ?? noDeliveries(),
    skipped: skipped.get(row.id) ?? 0,
    secondsLeft: null,
    retryOf: row.retry_of,
  }));
}
