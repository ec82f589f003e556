import { sql } from 'kysely';
import type { DeliveryState } from '../../contract/deliveryStates.ts';
import type { Database } from './database.ts';
import { prepare } from './prepare.ts';

/** Who has a queue, or had it; `leaseUntil` is by that owner's clock. */
export interface QueueOwner {
  owner: string | null;
  leaseUntil: number;
}

/** A queue that something waits in which is not paused. `due` is when the next of it may be sent, epoch ms. */
export interface WaitingQueue extends QueueOwner {
  storeId: number;
  due: number;
}

// A partial index serves only those who name its condition in so many words.
const queued = sql.lit<DeliveryState>('queued');
const free = sql.lit<0 | 1>(0);

const waitingQueues = prepare((database) =>
  database
    .withRecursive('waiting(store_id)', (db) => {
      // From each store's first row to the next store's: that costs by stores, however much they have queued.
      const first = db
        .selectFrom('deliveries')
        .select('store_id')
        .where('state', '=', queued)
        .where('held', '=', free)
        .orderBy('store_id')
        .limit(1);
      return db.selectNoFrom(first.as('store_id')).unionAll(
        db
          .selectFrom('waiting')
          .select(first.where('store_id', '>', sql.ref<number>('waiting.store_id')).as('store_id'))
          .where('waiting.store_id', 'is not', null),
      );
    })
    .selectFrom('waiting')
    .leftJoin('store_queues', 'store_queues.store_id', 'waiting.store_id')
    .select(['waiting.store_id', 'owner', 'lease_until'])
    .select(({ selectFrom }) =>
      selectFrom('deliveries')
        .select('not_before')
        .whereRef('deliveries.store_id', '=', 'waiting.store_id')
        .where('state', '=', queued)
        .where('held', '=', free)
        .orderBy('not_before')
        .limit(1)
        .as('due'),
    )
    .where('waiting.store_id', 'is not', null)
    .where('stopped', 'is', null),
);

/** The queues that something waits in, but for those that are stopped or paused. One statement, and next to none where nothing waits. */
export async function findWaitingQueues(database: Database): Promise<WaitingQueue[]> {
  const rows = await waitingQueues(database, null);
  return rows.flatMap(({ store_id: storeId, owner, lease_until: until, due }) =>
    storeId === null || due === null ? [] : [{ storeId, owner, leaseUntil: until ?? 0, due }],
  );
}
