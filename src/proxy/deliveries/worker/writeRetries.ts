import type { DeliveryBatch } from '../../../contract/delivery.ts';
import type { Database } from '../../storage/database.ts';
import type { DeliveryRow } from '../../storage/deliveries.ts';
import type { Conflict } from '../commands/conflicts.ts';
import { insertBatch } from '../commands/insertBatch.ts';
import type { Requester } from '../commands/requester.ts';

/**
 * Queues deliveries of one batch anew in a new batch, but for those that are held back, and notes on each which one
 * follows it. In the caller's transaction, after `lockStore`.
 */
export async function writeRetries(
  transaction: Database,
  asked: Requester,
  olds: readonly DeliveryRow[],
  randomId: () => string,
  held: ReadonlyMap<number, Conflict> = new Map(),
): Promise<DeliveryBatch> {
  const orders = olds.map((old) => {
    return { orderId: old.order_id, invoiceId: old.invoice_id, retryOf: old.id };
  });
  const retryOf = olds[0]?.batch_id ?? null;
  const batch = await insertBatch(
    transaction,
    asked,
    { orders, held, undoSeconds: 0, retryOf },
    randomId,
  );
  await transaction
    .updateTable('deliveries')
    .from('deliveries as later')
    .set(({ ref }) => ({ followed_by: ref('later.id') }))
    .whereRef('later.retry_of', '=', 'deliveries.id')
    .where('later.batch_id', '=', batch.batchId)
    .execute();
  return batch;
}
