import { estimateSeconds } from '../../salla/rateLimit/estimate.ts';
import type { Database } from '../../storage/database.ts';
import { countQueuedByBatch, type QueuedOfBatch } from '../../storage/deliveryQueue.ts';
import { findQueueState, type QueueState } from '../../storage/storeQueues.ts';

/** A store's queue as it stands. */
export interface Queue extends QueueState {
  batches: readonly QueuedOfBatch[];
}

/** A position in the queue: single ones go first, then in the order of the requests. */
type Position = Pick<QueuedOfBatch, 'bulk' | 'requestedAt'>;

export async function findQueue(database: Database, storeId: number): Promise<Queue> {
  const [state, batches] = await Promise.all([
    findQueueState(database, storeId),
    countQueuedByBatch(database, storeId),
  ]);
  return { ...state, batches };
}

/**
 * About how many seconds until the last delivery of a batch is sent; null if unknown: the batch is paused, the queue is stopped or
 * backs off, or Salla hasn't said a limit yet. `now` in epoch ms.
 */
export function secondsLeftOf(queue: Queue, batchId: string, now: number): number | null {
  const own = queue.batches.find((batch) => batch.batchId === batchId);
  return own === undefined ? null : secondsUntil(queue, own, 0, now);
}

/** The same for `count` deliveries that would be queued now. */
export function secondsLeftOfNew(queue: Queue, count: number, now: number): number | null {
  if (count === 0) return 0;
  return secondsUntil(queue, { bulk: count > 1 ? 1 : 0, requestedAt: now }, count, now);
}

function secondsUntil(queue: Queue, position: Position, more: number, now: number): number | null {
  if (queue.stopped !== null || queue.backoff !== null) return null;
  const ahead = queue.batches
    .filter(({ bulk, requestedAt }) =>
      bulk === position.bulk ? requestedAt <= position.requestedAt : bulk < position.bulk,
    )
    .reduce((sum, { count }) => sum + count, 0);
  return estimateSeconds(ahead + more, queue.rate, now);
}
