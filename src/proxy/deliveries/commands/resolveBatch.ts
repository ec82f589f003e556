import type { BatchDecision } from '../../../contract/batch.ts';
import type { StaffMember } from '../../../contract/common.ts';
import type { Database } from '../../storage/database.ts';
import { holdStore } from '../../storage/stores.ts';
import { holdOfBatch, inParts } from './lockDeliveriesOfBatch.ts';
import { type WhyNot, whyNotChosen } from './validateSelection.ts';

/**
 * A person decides what became of unconfirmed ones of a batch: about all of them, or, where one can't be decided, about
 * none. Their time stays the one at which they may have gone out. Answers, by their place, those that can't be.
 */
export async function resolveBatch(
  database: Database,
  { store_id: storeId, id: batchId }: { store_id: number; id: string },
  { deliveryIds, outcome, by }: BatchDecision & { by: StaffMember },
): Promise<WhyNot> {
  return database.transaction().execute(async (transaction) => {
    await holdStore(transaction, storeId);
    const states = ['unconfirmed'] as const;
    const rows = await holdOfBatch(transaction, batchId, { states, ids: deliveryIds });
    const held = new Map(rows.map((row) => [row.id, row]));
    const why = whyNotChosen(deliveryIds, (id) => {
      const row = held.get(id);
      if (row === undefined) return { key: 'not_unconfirmed_here' };
      return row.followed_by === null ? null : { key: 'retried_already' };
    });
    if (why.size > 0) return why;
    for (const ids of inParts(deliveryIds)) {
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
