import type { OrderSummary } from '../../contract/order.ts';
import { findKnownOrders } from '../storage/knownOrders.ts';
import { type LookUpParts, lookUpOrders } from './lookUpOrders.ts';
import type { SoughtInVain } from './soughtInVain.ts';

export interface OrdersByIdParts extends LookUpParts {
  soughtInVain: SoughtInVain;
}

export interface Sought {
  ids: readonly number[];
  /** A day by which they were placed, in store time or UTC. */
  to: string;
}

/** They come out of what people who browse may use. */
const calls = { mostCalls: 5, mostPages: 3 };

/**
 * Orders by id: from what is known, and a few calls of Salla's. What is not found is left out, and not looked for again
 * within minutes. Throws `SallaFailure` where nothing was found for that.
 */
export async function findOrdersById(
  parts: OrdersByIdParts,
  storeId: number,
  { ids, to }: Sought,
): Promise<OrderSummary[]> {
  const { database, soughtInVain } = parts;
  const found = new Map<number, OrderSummary>();
  for (const { id, number, customer } of (await findKnownOrders(database, storeId, ids)).values()) {
    found.set(id, { id, number, customer, date: null, time: null, total: null, status: null });
  }
  const unknown = ids.filter((id) => !found.has(id) && !soughtInVain.has(storeId, id));
  const { orders, failure } = await lookUpOrders(parts, storeId, {
    ids: unknown,
    to: dayAfter(to),
    ...calls,
  });
  if (failure !== null && orders.size === 0) throw failure;
  if (failure === null) {
    soughtInVain.note(
      storeId,
      unknown.filter((id) => !orders.has(id)),
    );
  }
  return ids.flatMap((id) => found.get(id) ?? orders.get(id) ?? []);
}

/** In UTC it is still yesterday for three hours of the store's day. */
function dayAfter(day: string): string {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + 1);
  return instant.toISOString().slice(0, 10);
}
