import type { BatchChanges } from '../../contract/batch.ts';
import type { RetryableState } from '../../contract/deliveryStates.ts';
import { maximumOrdersPerBatch } from '../../contract/limits.ts';
import type { BatchRow } from '../storage/batches.ts';
import { type BatchList, findBatchVersion } from '../storage/batchVersion.ts';
import type { Database } from '../storage/database.ts';
import { listDeliveries } from '../storage/deliveryLists.ts';
import { listSkipped } from '../storage/skippedOrders.ts';
import { toBatches } from './toBatches.ts';

const lists = ['failed', 'unconfirmed', 'canceled', 'skipped'] as const satisfies BatchList[];
const whole = { offset: 0, limit: maximumOrdersPerBatch };

/** A batch and its lists that changed since `since`, the version of an earlier answer. Null if the batch is gone. `now` in epoch ms. */
export async function findBatchChanges(
  database: Database,
  batch: BatchRow,
  since: string | undefined,
  now: number,
): Promise<BatchChanges | null> {
  const { id: batchId, store_id: storeId } = batch;
  const versions = await findBatchVersion(database, batchId);
  const known = new Map(lists.map((list, index) => [list, since?.split('~')[index]]));
  const hasChanged = (list: BatchList) => known.get(list) !== versions[list];
  const listOf = async (state: RetryableState) =>
    hasChanged(state) ? listDeliveries(database, storeId, { batchId, state }, whole) : undefined;
  const [[answer], failed, unconfirmed, canceled, skipped] = await Promise.all([
    toBatches(database, storeId, [batch], now),
    listOf('failed'),
    listOf('unconfirmed'),
    listOf('canceled'),
    hasChanged('skipped') ? listSkipped(database, { storeId, batchId }, whole) : undefined,
  ]);
  if (answer === undefined) return null;
  return {
    batch: answer,
    version: lists.map((list) => versions[list]).join('~'),
    lists: {
      ...(failed && { failed }),
      ...(unconfirmed && { unconfirmed }),
      ...(canceled && { canceled }),
      ...(skipped && { skipped }),
    },
  };
}
