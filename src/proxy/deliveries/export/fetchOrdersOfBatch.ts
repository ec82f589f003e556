import { type LookUpDeps, lookUpOrders } from '../../invoices/lookUpOrders.ts';
import type { BatchRow } from '../../storage/batches.ts';
import { listUnknownOrders } from '../../storage/batchRecords.ts';
import { storeDay } from './storeTime.ts';

/** Enough for a large batch, and no more than people who browse can spare. */
const calls = { mostCalls: 20, mostPages: 20 };

/**
 * Fetches numbers and customers of a batch's orders that are not stored yet. They were placed before the batch was requested. Orders that
 * Salla can't tell now, or not before the signal aborts, stay unknown.
 */
export async function fetchOrdersOfBatch(
  deps: LookUpDeps,
  batch: BatchRow,
  signal: AbortSignal,
): Promise<void> {
  const ids = await listUnknownOrders(deps.database, batch.id);
  await lookUpOrders(deps, batch.store_id, {
    ids,
    to: storeDay(batch.requested_at),
    ...calls,
    signal,
  });
}
