import { isActive, retryableStates } from '../../../contract/deliveryStates.ts';
import type { DetailKey } from '../../i18n/words.ts';
import type { Database } from '../../storage/database.ts';
import { type DeliveryRow, findDelivery } from '../../storage/deliveries.ts';
import { lockConnectedStore } from '../../storage/stores.ts';
import { writeRetries } from '../worker/writeRetries.ts';
import { findConflicts } from './conflicts.ts';
import type { Changed } from './deliveryCommands.ts';
import type { Requester } from './requester.ts';

/** Queues a delivery anew, as a new one in a batch of its own. Each is followed by one other: a second click sends nothing. */
export async function retryDelivery(
  database: Database,
  asked: Requester,
  id: string,
  randomId: () => string,
): Promise<Changed> {
  return database.transaction().execute(async (transaction) => {
    await lockConnectedStore(transaction, asked.storeId);
    const old = await holdRetryable(transaction, asked.storeId, id);
    if (old === null) {
      const found = await findDelivery(transaction, asked.storeId, id);
      return found === null ? { outcome: 'not_found' } : { outcome: 'refused', why: whyNot(found) };
    }
    // About this one the person has decided: what came of the others may stand in the way.
    const found = await findConflicts(transaction, asked, [old.order_id], { retryOf: [id] });
    const inTheWay = found.get(old.order_id);
    if (inTheWay !== undefined) return { outcome: 'refused', why: whyHeldBack(inTheWay.row) };
    const batch = await writeRetries(transaction, asked, [old], randomId);
    const [delivery] = batch.deliveries;
    return delivery === undefined ? { outcome: 'not_found' } : { outcome: 'done', delivery };
  });
}

/** Nobody decides about it until the transaction ends: null where it is none, or not one that can be sent anew. */
async function holdRetryable(
  transaction: Database,
  storeId: number,
  id: string,
): Promise<DeliveryRow | null> {
  const row = await transaction
    .updateTable('deliveries')
    .set(({ ref }) => ({ attempts: ref('attempts') }))
    .where('store_id', '=', storeId)
    .where('id', '=', id)
    .where('state', 'in', retryableStates)
    .where('followed_by', 'is', null)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

function whyNot({ followed_by: followedBy }: DeliveryRow): DetailKey {
  return followedBy === null ? 'not_to_be_retried' : 'retried_already';
}

function whyHeldBack({ state }: DeliveryRow): DetailKey {
  if (isActive(state)) return 'under_way';
  return state === 'sent' ? 'sent_recently' : 'maybe_sent_recently';
}
