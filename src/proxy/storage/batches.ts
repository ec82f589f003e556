import type { Selectable } from 'kysely';
import type { DeliveryCounts } from '../../contract/delivery.ts';
import { activeStates } from '../../contract/deliveryStates.ts';
import type { Database } from './database.ts';
import { countStates } from './deliveryLists.ts';
import type { Schema } from './schema.ts';

export type BatchRow = Selectable<Schema['batches']>;

/** Null where the store has no such batch. */
export async function findBatch(
  database: Database,
  storeId: number,
  batchId: string,
): Promise<BatchRow | null> {
  const row = await database
    .selectFrom('batches')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('id', '=', batchId)
    .executeTakeFirst();
  return row ?? null;
}

/** The store's newest batches; `active` are those of which something is queued or sending. */
export function listBatches(
  database: Database,
  storeId: number,
  { active, limit }: { active: boolean | undefined; limit: number },
): Promise<BatchRow[]> {
  const underWay = database
    .selectFrom('deliveries')
    .select('batch_id')
    .where('store_id', '=', storeId)
    .where('state', 'in', activeStates);
  return database
    .selectFrom('batches')
    .selectAll()
    .where('store_id', '=', storeId)
    .$if(active === true, (query) => query.where('id', 'in', underWay))
    .$if(active === false, (query) => query.where('id', 'not in', underWay))
    .orderBy('requested_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** How many deliveries of each batch are in each state; a batch without any is not named. */
export async function countByBatch(
  database: Database,
  batchIds: readonly string[],
): Promise<Map<string, DeliveryCounts>> {
  const rows = await database
    .selectFrom('deliveries')
    .select('batch_id')
    .select(countStates)
    .where('batch_id', 'in', batchIds)
    .groupBy('batch_id')
    .execute();
  return new Map(rows.map(({ batch_id: batchId, ...counts }) => [batchId, counts]));
}

/** How many orders of each batch were held back; a batch without any is not named. */
export async function countSkipped(
  database: Database,
  batchIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await database
    .selectFrom('skipped_orders')
    .select(({ fn }) => ['batch_id', fn.countAll<number>().as('count')])
    .where('batch_id', 'in', batchIds)
    .groupBy('batch_id')
    .execute();
  return new Map(rows.map((row) => [row.batch_id, Number(row.count)]));
}
