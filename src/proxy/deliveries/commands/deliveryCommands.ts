import type { StaffMember } from '../../../contract/common.ts';
import type { Delivery } from '../../../contract/delivery.ts';
import type { DetailKey } from '../../i18n/words.ts';
import type { Database } from '../../storage/database.ts';
import { type DeliveryRow, findDelivery, toDeliveries } from '../../storage/deliveries.ts';

/** What came of a person's decision about one delivery: `refused` says why it is too late for it. */
export type Changed =
  | { outcome: 'done'; delivery: Delivery }
  | { outcome: 'not_found' }
  | { outcome: 'refused'; why: DetailKey };

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
  if (row !== undefined) return done(database, row);
  const found = await findDelivery(database, storeId, id);
  return found === null ? { outcome: 'not_found' } : { outcome: 'refused', why: 'left_already' };
}

/**
 * A person decides what became of an unconfirmed one, unless it was sent anew: that one tells then. Its time stays
 * the one at which it may have gone out.
 */
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
    .where('followed_by', 'is', null)
    .returningAll()
    .executeTakeFirst();
  if (row !== undefined) return done(database, row);
  const found = await findDelivery(database, storeId, id);
  if (found === null) return { outcome: 'not_found' };
  return {
    outcome: 'refused',
    why: found.state === 'unconfirmed' ? 'retried_already' : 'not_unconfirmed',
  };
}

async function done(database: Database, row: DeliveryRow): Promise<Changed> {
  const [delivery] = await toDeliveries(database, row.store_id, [row]);
  return delivery === undefined ? { outcome: 'not_found' } : { outcome: 'done', delivery };
}
