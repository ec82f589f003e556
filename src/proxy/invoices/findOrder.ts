import type { OrderSummary } from '../../contract/order.ts';
import type { SallaClient } from '../salla/client.ts';
import { SallaFailure } from '../salla/failure.ts';
import type { Database } from '../storage/database.ts';
import { findKnownOrders, type KnownOrder, rememberOrders } from '../storage/knownOrders.ts';

export interface KnownOrdersParts {
  salla: SallaClient;
  database: Database;
  now: () => number;
}

/** What is shown of an invoice's order. */
type ShownOrder = Pick<KnownOrder, 'number' | 'customer'>;

/** How long the customer's address is taken as it was last seen: who mends it in Salla looks here next. */
const freshMs = 2 * 60 * 1000;

/**
 * The order of an invoice: as seen a moment ago, else asked of Salla, else as seen before. Null where Salla
 * can't tell now and never did, for the invoice is worth showing without it.
 */
export async function findOrder(
  { salla, database, now }: KnownOrdersParts,
  storeId: number,
  orderId: number,
): Promise<ShownOrder | null> {
  const known = (await findKnownOrders(database, storeId, [orderId])).get(orderId) ?? null;
  if (known !== null && known.customer !== null && now() < known.seenAt + freshMs) return known;
  try {
    const order = await salla.getOrder(storeId, orderId);
    await rememberOrders(database, storeId, [order], now());
    return {
      number: order.number ?? known?.number ?? null,
      customer: order.customer ?? known?.customer ?? null,
    };
  } catch (error) {
    if (error instanceof SallaFailure) return known;
    throw error;
  }
}

/** Pages of orders looked through for the rows of one page of invoices. */
const pagesLookedThrough = 2;
const ordersPerPage = 60;

/** An order is placed before its invoice is made, and mostly within the week. */
const daysBefore = 7;

export interface Sought {
  ids: readonly number[];
  /** First and last day of the invoices, inclusive. */
  from: string;
  to: string;
}

/** Orders by id: from what is known, and at most two pages of Salla's list. What is not found is left out. */
export async function findOrdersById(
  { salla, database, now }: KnownOrdersParts,
  storeId: number,
  { ids, from, to }: Sought,
): Promise<OrderSummary[]> {
  const found = new Map<number, OrderSummary>();
  for (const { id, number, customer } of (await findKnownOrders(database, storeId, ids)).values()) {
    found.set(id, { id, number, customer, date: null, time: null, total: null, status: null });
  }
  const isMissing = () => ids.some((id) => !found.has(id));
  const range = { from: earlier(from, daysBefore), to, perPage: ordersPerPage };
  for (let page = 1; page <= pagesLookedThrough && isMissing(); page += 1) {
    const listed = await salla.listOrders(storeId, { ...range, page });
    await rememberOrders(database, storeId, listed.data, now());
    for (const order of listed.data) found.set(order.id, order);
    if (page >= listed.page.totalPages) break;
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

function earlier(day: string, days: number): string {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() - days);
  return instant.toISOString().slice(0, 10);
}
