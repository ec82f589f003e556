import { isActive } from '../../../contract/deliveryStates.ts';
import type { Database } from '../../storage/database.ts';
import { type DeliveryRow, listConflicting } from '../../storage/deliveries.ts';
import type { Requester } from './requester.ts';

/** Why an order of a request is skipped, and the delivery that it conflicts with. */
export interface Conflict {
  orderId: number;
  reason: 'sent_recently' | 'already_queued';
  row: DeliveryRow;
}

export interface ConflictOptions {
  /** Orders that were sent recently don't conflict. */
  allowRepeat?: boolean;
  /** Deliveries that a person retries: these, and others that were retried before, don't conflict. */
  retryOf?: readonly string[];
}

/** The conflict of each order that has one: an active delivery, or else the newest that was sent recently, or may have been. */
export async function findConflicts(
  database: Database,
  { storeId, at, holdBackMs }: Pick<Requester, 'storeId' | 'at' | 'holdBackMs'>,
  orderIds: readonly number[],
  { allowRepeat = false, retryOf }: ConflictOptions,
): Promise<Map<number, Conflict>> {
  const rows = await listConflicting(database, storeId, orderIds, {
    sentAfter: at - holdBackMs,
    allowSent: allowRepeat,
  });
  const found = new Map<number, Conflict>();
  for (const row of rows.sort((one, other) => one.requested_at - other.requested_at)) {
    if (retryOf !== undefined && isDecided(row, retryOf)) continue;
    // An active delivery says more than one that was sent before it.
    if (found.get(row.order_id)?.reason === 'already_queued') continue;
    const reason = isActive(row.state) ? 'already_queued' : 'sent_recently';
    found.set(row.order_id, { orderId: row.order_id, reason, row });
  }
  return found;
}

function isDecided({ id, state, followed_by }: DeliveryRow, retryOf: readonly string[]): boolean {
  return retryOf.includes(id) || (state === 'unconfirmed' && followed_by !== null);
}
