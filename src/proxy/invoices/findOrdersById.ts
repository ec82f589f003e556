import type { OrderSummary } from '../../contract/order.ts';
import { findKnownOrders, type KnownOrder } from '../storage/knownOrders.ts';
import type { CustomerLookup } from './customerLookup.ts';
import { type LookUpDeps, lookUpOrders } from './lookUpOrders.ts';
import type { MissCache } from './missCache.ts';

export interface OrdersByIdDeps extends LookUpDeps {
  soughtInVain: MissCache;
  customerLookup: Pick<CustomerLookup, 'want'>;
}

/** `pending` are ids of orders whose customer is being asked for: the same question has more of an answer soon. */
export interface FoundOrders {
  data: OrderSummary[];
  pending: number[];
}

export interface OrderLookup {
  ids: readonly number[];
  /** A day by which they were placed, in store time or UTC. */
  to: string;
}

/** They come out of what people who browse may use. */
const calls = { mostCalls: 5, mostPages: 3 };

/**
 * Orders by id: from what is known, and a few calls of Salla's. What is not found is left out, and not looked for again
 * within minutes. Customers that Salla's list leaves out are asked for behind this. Throws `SallaFailure` where nothing
 * was found for that.
 */
export async function findOrdersById(
  parts: OrdersByIdDeps,
  storeId: number,
  { ids, to }: OrderLookup,
): Promise<FoundOrders> {
  const { database, soughtInVain, customerLookup } = parts;
  const known = await findKnownOrders(database, storeId, ids);
  const unknown = ids.filter((id) => !known.has(id) && !soughtInVain.has(storeId, id));
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
  for (const [id, order] of await findKnownOrders(database, storeId, [...orders.keys()])) {
    known.set(id, order);
  }
  const pending = customerLookup.want(storeId, [...known.values()]);
  return { data: ids.flatMap((id) => orders.get(id) ?? summaryOf(known.get(id))), pending };
}

function summaryOf(order: KnownOrder | undefined): OrderSummary | [] {
  if (order === undefined) return [];
  const { id, number, customer } = order;
  return { id, number, customer, date: null, time: null, total: null, status: null };
}

/** In UTC it is still yesterday for three hours of the store's day. */
function dayAfter(day: string): string {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + 1);
  return instant.toISOString().slice(0, 10);
}
