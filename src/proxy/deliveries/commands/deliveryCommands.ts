import type { Delivery } from '../../../contract/delivery.ts';
import { isActive } from '../../../contract/deliveryStates.ts';
import type { DetailKey } from '../../i18n/words.ts';
import type { Database } from '../../storage/database.ts';
import {
  cancelQueued,
  type Decision,
  type DeliveryRow,
  findDelivery,
  lockRetryable,
  resolveUnconfirmed,
  toDeliveries,
} from '../../storage/deliveries.ts';
import { lockConnectedStore } from '../../storage/stores.ts';
import { findConflicts } from './conflicts.ts';
import { insertRetries } from './insertBatch.ts';
import type { Requester } from './requester.ts';

/** The result of a command about one delivery. `refused`: why it is too late for it. */
export type CommandResult =
  | { outcome: 'done'; delivery: Delivery }
  | { outcome: 'not_found' }
  | { outcome: 'refused'; why: DetailKey };

/** Cancels a queued delivery. `now` in epoch ms. */
export async function cancelDelivery(
  database: Database,
  storeId: number,
  id: string,
  now: number,
): Promise<CommandResult> {
  const row = await cancelQueued(database, storeId, id, now);
  if (row !== null) return done(database, row);
  return refused(database, storeId, id, () => 'left_already');
}

/** Stores a person's decision about an unconfirmed delivery that was not retried. */
export async function resolveDelivery(
  database: Database,
  storeId: number,
  id: string,
  decision: Decision,
): Promise<CommandResult> {
  const row = await resolveUnconfirmed(database, storeId, id, decision);
  if (row !== null) return done(database, row);
  return refused(database, storeId, id, ({ state }) =>
    state === 'unconfirmed' ? 'retried_already' : 'not_unconfirmed',
  );
}

/** Retries a delivery as a new one in a batch of its own, once: a second click sends nothing. */
export async function retryDelivery(
  database: Database,
  requester: Requester,
  id: string,
  randomId: () => string,
): Promise<CommandResult> {
  const { storeId } = requester;
  return database.transaction().execute(async (transaction) => {
    await lockConnectedStore(transaction, storeId);
    const retried = await lockRetryable(transaction, storeId, id);
    if (retried === null) {
      return refused(transaction, storeId, id, ({ followed_by: followedBy }) =>
        followedBy === null ? 'not_to_be_retried' : 'retried_already',
      );
    }
    // The person has decided about this delivery; others of the order may still conflict.
    const orderIds = [retried.order_id];
    const conflicts = await findConflicts(transaction, requester, orderIds, { retryOf: [id] });
    const conflict = conflicts.get(retried.order_id);
    if (conflict !== undefined) return { outcome: 'refused', why: whyConflicting(conflict.row) };
    const batch = await insertRetries(transaction, requester, [retried], conflicts, randomId);
    const [delivery] = batch.deliveries;
    return delivery === undefined ? { outcome: 'not_found' } : { outcome: 'done', delivery };
  });
}

function whyConflicting({ state }: DeliveryRow): DetailKey {
  if (isActive(state)) return 'under_way';
  return state === 'sent' ? 'sent_recently' : 'maybe_sent_recently';
}

async function refused(
  database: Database,
  storeId: number,
  id: string,
  whyOf: (row: DeliveryRow) => DetailKey,
): Promise<CommandResult> {
  const row = await findDelivery(database, storeId, id);
  return row === null ? { outcome: 'not_found' } : { outcome: 'refused', why: whyOf(row) };
}

async function done(database: Database, row: DeliveryRow): Promise<CommandResult> {
  const [delivery] = await toDeliveries(database, row.store_id, [row]);
  return delivery === undefined ? { outcome: 'not_found' } : { outcome: 'done', delivery };
}
