import type { Batch } from '../../contract/batch.ts';
import type { DeliveryCounts } from '../../contract/delivery.ts';
import { type BatchRow, countByBatch } from '../storage/batches.ts';
import type { Database } from '../storage/database.ts';
import { toInstant } from '../storage/deliveries.ts';
import { noDeliveries } from '../storage/deliveryLists.ts';
import { countSkipped } from '../storage/skippedOrders.ts';
import { findQueue, type Queue, secondsLeftOf } from './worker/queueEstimate.ts';

/** One store's batches as the API has them at `now` (epoch ms). */
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
  return rows.map((row) =>
    toBatch(row, {
      counts: counts.get(row.id) ?? noDeliveries(),
      skipped: skipped.get(row.id) ?? 0,
      queue,
      now,
    }),
  );
}

interface BatchFacts {
  counts: DeliveryCounts;
  skipped: number;
  queue: Queue;
  now: number;
}

function toBatch(row: BatchRow, { counts, skipped, queue, now }: BatchFacts): Batch {
  const isFinished = counts.queued + counts.sending === 0;
  return {
    batchId: row.id,
    requestedBy: { id: row.requested_by_id, name: row.requested_by_name },
    requestedAt: toInstant(row.requested_at),
    requestedFrom: row.requested_from,
    paused: row.paused === 1 && !isFinished,
    stopped: isFinished ? null : queue.stopped,
    waiting: isFinished ? null : toWaiting(queue),
    counts,
    skipped,
    secondsLeft: counts.queued === 0 ? counts.sending : secondsLeftOf(queue, row.id, now),
    retryOf: row.retry_of,
  };
}

function toWaiting({ backoff }: Queue): Batch['waiting'] {
  return backoff === null ? null : { ...backoff, until: toInstant(backoff.until) };
}
