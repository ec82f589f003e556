import { sql } from 'kysely';
import type { DeliveryState } from '../../../contract/deliveryStates.ts';
import { estimateSeconds } from '../../salla/rateLimit/estimate.ts';
import type { Database } from '../../storage/database.ts';
import { findQueueState, type QueueState } from '../../storage/queueStates.ts';

/** What is queued of a batch that is not paused, and when it was asked for (epoch ms). */
interface Waiting {
  batchId: string;
  bulk: 0 | 1;
  requestedAt: number;
  count: number;
}

/** A store's queue as it stands. */
export interface Queue extends QueueState {
  waiting: readonly Waiting[];
}

/** Where in the queue something stands: single ones go first, then as they were asked for. */
type Place = Pick<Waiting, 'bulk' | 'requestedAt'>;

export async function findQueue(database: Database, storeId: number): Promise<Queue> {
  const [state, waiting] = await Promise.all([
    findQueueState(database, storeId),
    findWaiting(database, storeId),
  ]);
  return { ...state, waiting };
}

/**
 * About how many seconds until the last delivery of a batch has left; null where that can't be told, for it is
 * paused, the queue is stopped or in trouble, or Salla hasn't said its limit yet. `now` in epoch ms.
 */
export function secondsLeftOf(queue: Queue, batchId: string, now: number): number | null {
  const own = queue.waiting.find((waiting) => waiting.batchId === batchId);
  return own === undefined ? null : secondsUntil(queue, own, 0, now);
}

/** The same for so many that would be queued now. */
export function secondsLeftOfNew(queue: Queue, count: number, now: number): number | null {
  if (count === 0) return 0;
  return secondsUntil(queue, { bulk: count > 1 ? 1 : 0, requestedAt: now }, count, now);
}

function secondsUntil(queue: Queue, place: Place, more: number, now: number): number | null {
  if (queue.stopped !== null || queue.trouble !== null) return null;
  const ahead = queue.waiting
    .filter(({ bulk, requestedAt }) =>
      bulk === place.bulk ? requestedAt <= place.requestedAt : bulk < place.bulk,
    )
    .reduce((sum, { count }) => sum + count, 0);
  return estimateSeconds(ahead + more, queue.rate, now);
}

async function findWaiting(database: Database, storeId: number): Promise<Waiting[]> {
  const waiting = database
    .selectFrom('deliveries')
    .select(({ fn }) => ['batch_id', 'bulk', 'requested_at', fn.countAll<number>().as('count')])
    .where('store_id', '=', storeId)
    // A partial index serves only those who name its condition in so many words.
    .where('state', '=', sql.lit<DeliveryState>('queued'))
    .groupBy(['bulk', 'requested_at', 'batch_id']);
  const rows = await database
    .selectFrom(waiting.as('waiting'))
    .innerJoin('batches', 'batches.id', 'waiting.batch_id')
    .select(['waiting.batch_id', 'waiting.bulk', 'waiting.requested_at', 'waiting.count'])
    .where('batches.paused', '=', 0)
    .execute();
  return rows.map((row) => ({
    batchId: row.batch_id,
    bulk: row.bulk,
    requestedAt: row.requested_at,
    count: Number(row.count),
  }));
}
