import type { BatchDecision } from '../../../contract/batch.ts';
import type { StaffMember } from '../../../contract/common.ts';
import type { DeliveryBatch } from '../../../contract/delivery.ts';
import { retryableStates } from '../../../contract/deliveryStates.ts';
import type { FieldText } from '../../http/fieldErrors.ts';
import { updateActiveBatch } from '../../storage/batches.ts';
import type { Database } from '../../storage/database.ts';
import {
  cancelQueuedOfBatch,
  lockDeliveriesOfBatch,
  resolveLocked,
  setPausedOfBatch,
} from '../../storage/deliveries.ts';
import { lockConnectedStore, lockStoreRow } from '../../storage/stores.ts';
import { findConflicts } from './conflicts.ts';
import { insertRetries } from './insertBatch.ts';
import type { Requester } from './requester.ts';

/** Cancels what is queued. What is being sent and fails to get through is not queued again. `now` in epoch ms. */
export async function cancelBatch(database: Database, batchId: string, now: number): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await updateActiveBatch(transaction, batchId, { canceled: 1 });
    await cancelQueuedOfBatch(transaction, batchId, now);
  });
}

/** Pauses or resumes what is queued. A batch without active deliveries stays as it is. */
export async function setPaused(database: Database, batchId: string, paused: 0 | 1): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await updateActiveBatch(transaction, batchId, { paused });
    await setPausedOfBatch(transaction, batchId, paused);
  });
}

/** By index, the chosen deliveries that the command can't take, each with why. */
export type SelectionErrors = ReadonlyMap<number, FieldText>;

function validateSelection(
  chosen: readonly string[],
  errorOf: (id: string) => FieldText | null,
): SelectionErrors {
  return new Map(
    chosen.flatMap((id, index) => {
      const error = errorOf(id);
      return error === null ? [] : [[index, error]];
    }),
  );
}

/**
 * Stores a person's decision about unconfirmed deliveries of a batch: about all of them, or, if one can't be decided, about none.
 * Returns those that can't be.
 */
export async function resolveBatch(
  database: Database,
  { store_id: storeId, id: batchId }: { store_id: number; id: string },
  { deliveryIds, outcome, by }: BatchDecision & { by: StaffMember },
): Promise<SelectionErrors> {
  return database.transaction().execute(async (transaction) => {
    await lockStoreRow(transaction, storeId);
    const rows = await lockDeliveriesOfBatch(transaction, batchId, {
      states: ['unconfirmed'],
      ids: deliveryIds,
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    const errors = validateSelection(deliveryIds, (id) => {
      const row = byId.get(id);
      if (row === undefined) return { key: 'not_unconfirmed_here' };
      return row.followed_by === null ? null : { key: 'retried_already' };
    });
    if (errors.size === 0) {
      await resolveLocked(transaction, batchId, [...byId.keys()], { outcome, by });
    }
    return errors;
  });
}

export type RetriedBatch =
  | { outcome: 'done'; batch: DeliveryBatch }
  | { outcome: 'nothing_to_retry' }
  | { outcome: 'not_to_be_retried'; errors: SelectionErrors };

/**
 * Retries deliveries of a batch as a new batch: the chosen ones, or all that failed and were not retried. Orders that conflict are
 * skipped, and the answer says so. An unconfirmed one stays unconfirmed: nobody has said that it was not sent. The batch must be
 * one of the requester's store.
 */
export async function retryBatch(
  database: Database,
  requester: Requester,
  { batchId, chosen }: { batchId: string; chosen: readonly string[] | undefined },
  randomId: () => string,
): Promise<RetriedBatch> {
  return database.transaction().execute(async (transaction) => {
    await lockConnectedStore(transaction, requester.storeId);
    const found = await lockDeliveriesOfBatch(transaction, batchId, {
      states: chosen === undefined ? ['failed'] : retryableStates,
      ids: chosen,
    });
    const retried = chosen === undefined ? found.filter((row) => row.followed_by === null) : found;
    const orderIds = retried.map((row) => row.order_id);
    const retryOf = retried.map((row) => row.id);
    const conflicts = await findConflicts(transaction, requester, orderIds, { retryOf });
    const byId = new Map(found.map((row) => [row.id, row]));
    const errors = validateSelection(chosen ?? [], (id) => {
      const row = byId.get(id);
      if (row === undefined) return { key: 'not_to_be_retried_here' };
      if (row.followed_by === null || conflicts.has(row.order_id)) return null;
      return { key: 'retried_already' };
    });
    if (errors.size > 0) return { outcome: 'not_to_be_retried', errors };
    if (retried.length === 0) return { outcome: 'nothing_to_retry' };
    const batch = await insertRetries(transaction, requester, retried, conflicts, randomId);
    return { outcome: 'done', batch };
  });
}
