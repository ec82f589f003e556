/** The table `batches`. */
import type { ExpressionBuilder, Selectable } from 'kysely';
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

/** The store's newest batches; `active`: only those with an active delivery, or only those without. */
export function listBatches(
  database: Database,
  storeId: number,
  { active, limit }: { active: boolean | undefined; limit: number },
): Promise<BatchRow[]> {
  const activeBatches = database
    .selectFrom('deliveries')
    .select('batch_id')
    .where('store_id', '=', storeId)
    .where('state', 'in', activeStates);
  return database
    .selectFrom('batches')
    .selectAll()
    .where('store_id', '=', storeId)
    .$if(active === true, (query) => query.where('id', 'in', activeBatches))
    .$if(active === false, (query) => query.where('id', 'not in', activeBatches))
    .orderBy('requested_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** How many deliveries of each batch are in each state; a batch without any is missing. */
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

export async function insertBatchRow(
  transaction: Database,
  batch: Omit<BatchRow, 'paused' | 'canceled'>,
): Promise<void> {
  await transaction
    .insertInto('batches')
    .values({ ...batch, paused: 0 })
    .execute();
}

/** Locks a batch until the transaction ends: nobody pauses or cancels it, or changes several of its queued deliveries. */
export async function lockBatch(
  transaction: Database,
  batchId: string,
): Promise<Pick<BatchRow, 'paused' | 'canceled'> | null> {
  const row = await transaction
    .updateTable('batches')
    .set(({ ref }) => ({ canceled: ref('canceled') }))
    .where('id', '=', batchId)
    .returning(['paused', 'canceled'])
    .executeTakeFirst();
  return row ?? null;
}

/** Pauses or cancels a batch; one without active deliveries stays as it is. Locks its row in either case. */
export async function updateActiveBatch(
  transaction: Database,
  batchId: string,
  changes: { paused: 0 | 1 } | { canceled: 1 },
): Promise<void> {
  await transaction
    .updateTable('batches')
    .set(changes)
    .where('id', '=', batchId)
    .where(hasActive(batchId))
    .execute();
}

const hasActive =
  (batchId: string) =>
  ({ exists, selectFrom }: ExpressionBuilder<Schema, 'batches'>) =>
    exists(
      selectFrom('deliveries')
        .select('deliveries.id')
        .where('batch_id', '=', batchId)
        .where('state', 'in', activeStates),
    );

/** Of an uninstalled store: pauses its batches and deletes the names of who requested them. Locks them until the transaction ends. */
export async function pauseBatchesWithoutNames(
  transaction: Database,
  storeId: number,
): Promise<void> {
  await transaction
    .updateTable('batches')
    .set({ requested_by_name: null, paused: 1 })
    .where('store_id', '=', storeId)
    .execute();
}

export async function deleteEmptyBatches(transaction: Database, storeId: number): Promise<void> {
  await transaction
    .deleteFrom('batches')
    .where('store_id', '=', storeId)
    .where('id', 'not in', ({ selectFrom }) =>
      selectFrom('deliveries').select('batch_id').where('store_id', '=', storeId),
    )
    .execute();
}

/** Deletes up to `limit` of the store's batches from before `before` (epoch ms) that have no delivery left. Returns how many. */
export async function deleteEmptyBatchesBefore(
  transaction: Database,
  storeId: number,
  before: number,
  limit: number,
): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('batches')
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('batches')
        .select('id')
        .where('store_id', '=', storeId)
        .where('requested_at', '<', before)
        .where(({ not, exists }) =>
          not(
            exists(selectFrom('deliveries').select('id').whereRef('batch_id', '=', 'batches.id')),
          ),
        )
        .orderBy('requested_at')
        .limit(limit),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
