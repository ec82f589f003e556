import type { DeliveryBatch } from '../../../contract/delivery.ts';
import { retryableStates } from '../../../contract/deliveryStates.ts';
import type { Database } from '../../storage/database.ts';
import { lockConnectedStore } from '../../storage/stores.ts';
import { writeRetries } from '../worker/writeRetries.ts';
import { findConflicts } from './conflicts.ts';
import { lockDeliveriesOfBatch } from './lockDeliveriesOfBatch.ts';
import type { Requester } from './requester.ts';
import { type SelectionErrors, validateSelection } from './validateSelection.ts';

export type RetriedBatch =
  | { outcome: 'done'; batch: DeliveryBatch }
  | { outcome: 'nothing_to_retry' }
  | { outcome: 'not_to_be_retried'; why: SelectionErrors };

/**
 * Queues those of a batch anew as a new batch: the chosen ones that failed, may have gone out or were cancelled, or all
 * that failed and that nothing follows yet. Those whose order is under way, or went out meanwhile, are held back and
 * said so. What may have gone out stays unconfirmed: nobody has said that it didn't. The batch must be one of the
 * asker's store.
 */
export async function retryBatch(
  database: Database,
  asked: Requester,
  { batchId, chosen }: { batchId: string; chosen: readonly string[] | undefined },
  randomId: () => string,
): Promise<RetriedBatch> {
  return database.transaction().execute(async (transaction) => {
    await lockConnectedStore(transaction, asked.storeId);
    const found = await lockDeliveriesOfBatch(transaction, batchId, {
      states: chosen === undefined ? ['failed'] : retryableStates,
      ids: chosen,
    });
    const wanted = chosen === undefined ? found.filter((row) => row.followed_by === null) : found;
    const orderIds = wanted.map((row) => row.order_id);
    const held = await findConflicts(transaction, asked, orderIds, {
      retryOf: wanted.map((row) => row.id),
    });
    const byId = new Map(found.map((row) => [row.id, row]));
    const why = validateSelection(chosen ?? [], (id) => {
      const row = byId.get(id);
      if (row === undefined) return { key: 'not_to_be_retried_here' };
      if (row.followed_by === null || held.has(row.order_id)) return null;
      return { key: 'retried_already' };
    });
    if (why.size > 0) return { outcome: 'not_to_be_retried', why };
    if (wanted.length === 0) return { outcome: 'nothing_to_retry' };
    const batch = await writeRetries(transaction, asked, wanted, randomId, held);
    return { outcome: 'done', batch };
  });
}
