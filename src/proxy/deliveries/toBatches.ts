import type { Batch } from '../../contract/batch.ts';
import type { DeliveryCounts } from '../../contract/delivery.ts';
import { type BatchRow, countByBatch, countSkipped } from '../storage/batches.ts';
import type { Database } from '../storage/database.ts';
import { toInstant } from '../storage/deliveries.ts';
import { noDeliveries } from '../storage/deliveryLists.ts';
import { findQueue, type Queue, secondsLeftOf } from './worker/queue.ts';

/** What a store's batches say to people now (epoch ms). */
export async function toBatches(
  database: Database,
  storeId: number,
  rows: readonly BatchRow[],
  now: number,
): Promise<Batch[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [counts, skipped, queue] = await Promise.all([
    countByBatch(database, ids),
    countSkipped(database, ids),
    findQueue(database, storeId),
  ]);
  return rows.map((row) => {
    const own = counts.get(row.id) ?? noDeliveries();
    return tell(row, { counts: own, skipped: skipped.get(row.id) ?? 0, queue, now });
  });
}

interface Known {
  counts: DeliveryCounts;
  skipped: number;
  queue: Queue;
  now: number;
}

function tell(row: BatchRow, { counts, skipped, queue, now }: Known): Batch {
  const isThrough = counts.queued + counts.sending === 0;
  return {
    batchId: row.id,
    requestedBy: { id: row.requested_by_id, name: row.requested_by_name },
    requestedAt: toInstant(row.requested_at),
    requestedFrom: row.requested_from,
    // Nothing of it waits to go on.
    paused: row.paused === 1 && !isThrough,
    stopped: isThrough ? null : queue.stopped,
    waiting: isThrough ? null : waitingOf(queue),
    counts,
    skipped,
    secondsLeft: counts.queued === 0 ? counts.sending : secondsLeftOf(queue, row.id, now),
    retryOf: row.retry_of,
  };
}

function waitingOf({ trouble }: Queue): Batch['waiting'] {
  return trouble === null ? null : { ...trouble, until: toInstant(trouble.until) };
}
