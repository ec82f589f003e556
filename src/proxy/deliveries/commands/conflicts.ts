import { activeStates, blockingStates, isActive } from '../../../contract/deliveryStates.ts';
import type { Database } from '../../storage/database.ts';
import type { DeliveryRow } from '../../storage/deliveries.ts';
import type { Requester } from './requester.ts';

/** SQLite takes a limited number of values in one statement. */
const ordersPerStatement = 500;

export interface Conflict {
  orderId: number;
  reason: 'sent_recently' | 'already_queued';
  row: DeliveryRow;
}

export interface Allowed {
  /** What went out may go out again. */
  repeat?: boolean;
  /** Deliveries that a person sends anew: what they decided about that way before holds nothing back either. */
  retryOf?: readonly string[];
}

/**
 * What stands in the way of sending these orders, by order: a delivery that is under way, or else the newest that
 * went out a moment ago, or may have.
 */
export async function findConflicts(
  database: Database,
  asked: Pick<Requester, 'storeId' | 'at' | 'holdBackMs'>,
  orderIds: readonly number[],
  allowed: Allowed,
): Promise<Map<number, Conflict>> {
  const { repeat = false, retryOf } = allowed;
  const found = new Map<number, Conflict>();
  for (let start = 0; start < orderIds.length; start += ordersPerStatement) {
    const some = orderIds.slice(start, start + ordersPerStatement);
    const rows = await findRows(database, asked, some, repeat);
    for (const row of rows.sort((one, other) => one.requested_at - other.requested_at)) {
      if (retryOf !== undefined && isDecided(row, retryOf)) continue;
      // What is under way says more than what went out before it.
      if (found.get(row.order_id)?.reason === 'already_queued') continue;
      const reason = isActive(row.state) ? 'already_queued' : 'sent_recently';
      found.set(row.order_id, { orderId: row.order_id, reason, row });
    }
  }
  return found;
}

/** In no order: asked for one, SQLite would read the whole record in it. */
function findRows(
  database: Database,
  { storeId, at, holdBackMs }: Pick<Requester, 'storeId' | 'at' | 'holdBackMs'>,
  orderIds: readonly number[],
  repeat: boolean,
): Promise<DeliveryRow[]> {
  return database
    .selectFrom('deliveries')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('order_id', 'in', orderIds)
    .where(({ or, eb, and }) =>
      or([
        eb('state', 'in', activeStates),
        ...(repeat
          ? []
          : [and([eb('state', 'in', blockingStates), eb('finished_at', '>', at - holdBackMs)])]),
      ]),
    )
    .execute();
}

function isDecided({ id, state, followed_by }: DeliveryRow, retryOf: readonly string[]): boolean {
  return retryOf.includes(id) || (state === 'unconfirmed' && followed_by !== null);
}
