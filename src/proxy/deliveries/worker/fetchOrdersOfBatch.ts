import { type LookUpDeps, lookUpOrders } from '../../invoices/lookUpOrders.ts';
import type { BatchRow } from '../../storage/batches.ts';
import { listUnknownOrders } from '../../storage/batchRecords.ts';
import { storeDay } from '../export/storeTime.ts';

/** As many as a large batch's orders stand on, and no more than people who browse can spare. */
const calls = { mostCalls: 20, mostPages: 20 };

/**
 * Learns the numbers and customers of a batch's orders that nobody has looked at yet, placed before it was asked for. Where
 * Salla can't tell now, or not before the signal, they stay unknown.
 */
export async function fetchOrdersOfBatch(
  parts: LookUpDeps,
  batch: BatchRow,
  signal: AbortSignal,
): Promise<void> {
  const ids = await listUnknownOrders(parts.database, batch.id);
  await lookUpOrders(parts, batch.store_id, {
    ids,
    to: storeDay(batch.requested_at),
    ...calls,
    signal,
  });
}
