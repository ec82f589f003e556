import type { StaffMember } from '../../contract/common.ts';
import type { Delivery, DeliveryState } from '../../contract/delivery.ts';
import type { DetailKey } from '../problems/detailTexts.ts';
import type { Database } from '../storage/database.ts';
import { type DeliveryRow, findDelivery, toDelivery } from '../storage/deliveries.ts';
import { type Asked, findInTheWay, isUnderWay, newRow } from './outbox.ts';

/** What came of a person's decision about one delivery: `refused` says why it is too late for it. */
export type Changed =
  | { outcome: 'done'; delivery: Delivery }
  | { outcome: 'not_found' }
  | { outcome: 'refused'; why: DetailKey };

const retryable: readonly DeliveryState[] = ['failed', 'unconfirmed', 'canceled'];

/** Queues a delivery anew, as a new one. Each can be followed by one other: a second click sends nothing. */
export async function retryDelivery(
  database: Database,
  asked: Asked,
  id: string,
  randomId: () => string,
): Promise<Changed> {
  return database.transaction().execute(async (transaction) => {
    const old = await findDelivery(transaction, asked.storeId, id);
    if (old === null) return { outcome: 'not_found' };
    if (!retryable.includes(old.state)) return { outcome: 'refused', why: 'not_to_be_retried' };
    const later = await transaction
      .selectFrom('deliveries')
      .select('id')
      .where('retry_of', '=', id)
      .executeTakeFirst();
    if (later !== undefined) return { outcome: 'refused', why: 'retried_already' };
    // About this one the person has decided: what came of the others may stand in the way.
    const found = await findInTheWay(transaction, asked, [old.order_id]);
    const inTheWay = found.find((other) => other.id !== id);
    if (inTheWay !== undefined) return { outcome: 'refused', why: whyNot(inTheWay) };
    const row = {
      ...newRow(randomId(), randomId(), asked),
      order_id: old.order_id,
      invoice_id: old.invoice_id,
      retry_of: id,
    };
    await transaction.insertInto('deliveries').values(row).execute();
    return { outcome: 'done', delivery: toDelivery(row) };
  });
}

/** Takes one back that has not left. Nothing can leave in between: it is one statement. */
export async function cancelDelivery(
  database: Database,
  storeId: number,
  id: string,
  now: number,
): Promise<Changed> {
  const row = await database
    .updateTable('deliveries')
    .set({ state: 'canceled', finished_at: now })
    .where('store_id', '=', storeId)
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .returningAll()
    .executeTakeFirst();
  if (row !== undefined) return { outcome: 'done', delivery: toDelivery(row) };
  return orRefused(await findDelivery(database, storeId, id), 'left_already');
}

/** A person decides what became of an unconfirmed one. Its time stays the one at which it may have gone out. */
export async function resolveDelivery(
  database: Database,
  storeId: number,
  id: string,
  decided: { outcome: 'sent' | 'not_sent'; by: StaffMember },
): Promise<Changed> {
  const row = await database
    .updateTable('deliveries')
    .set({
      state: decided.outcome === 'sent' ? 'sent' : 'failed',
      resolved_by_id: decided.by.id,
      resolved_by_name: decided.by.name,
    })
    .where('store_id', '=', storeId)
    .where('id', '=', id)
    .where('state', '=', 'unconfirmed')
    .returningAll()
    .executeTakeFirst();
  if (row !== undefined) return { outcome: 'done', delivery: toDelivery(row) };
  return orRefused(await findDelivery(database, storeId, id), 'not_unconfirmed');
}

function whyNot(inTheWay: DeliveryRow): DetailKey {
  if (isUnderWay(inTheWay)) return 'under_way';
  return inTheWay.state === 'sent' ? 'sent_recently' : 'maybe_sent_recently';
}

function orRefused(found: unknown, why: DetailKey): Changed {
  return found === null ? { outcome: 'not_found' } : { outcome: 'refused', why };
}
