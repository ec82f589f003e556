import type { BatchDecision } from '../../../contract/batch.ts';
import type { StaffMember } from '../../../contract/common.ts';
import type { Database } from '../../storage/database.ts';
import { lockStoreRow } from '../../storage/stores.ts';
import { inChunks, lockDeliveriesOfBatch } from './lockDeliveriesOfBatch.ts';
import { type SelectionErrors, validateSelection } from './validateSelection.ts';

/**
 * A person decides what became of unconfirmed ones of a batch: about all of them, or, where one can't be decided, about
 * none. Their time stays the one at which they may have gone out. Answers, by their place, those that can't be.
 */
export async function resolveBatch(
  database: Database,
  { store_id: storeId, id: batchId }: { store_id: number; id: string },
  { deliveryIds, outcome, by }: BatchDecision & { by: StaffMember },
): Promise<SelectionErrors> {
  return database.transaction().execute(async (transaction) => {
    await lockStoreRow(transaction, storeId);
    const states = ['unconfirmed'] as const;
    const rows = await lockDeliveriesOfBatch(transaction, batchId, { states, ids: deliveryIds });
    const held = new Map(rows.map((row) => [row.id, row]));
    const why = validateSelection(deliveryIds, (id) => {
      const row = held.get(id);
      if (row === undefined) return { key: 'not_unconfirmed_here' };
      return row.followed_by === null ? null : { key: 'retried_already' };
    });
    if (why.size > 0) return why;
    for (const ids of inChunks(deliveryIds)) {
      await transaction
        .updateTable('deliveries')
        .set({
          state: outcome === 'sent' ? 'sent' : 'failed',
          resolved_by_id: by.id,
          resolved_by_name: by.name,
        })
        .where('batch_id', '=', batchId)
        .where('id', 'in', ids)
        .execute();
    }
    return why;
  });
}
