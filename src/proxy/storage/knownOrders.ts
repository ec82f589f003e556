import type { Customer } from '../../contract/common.ts';
import type { SallaOrderRow, StatedCustomer } from '../salla/client/types.ts';
import type { Database } from './database.ts';
import { findPagePositions, type OrderPage, pageByPage } from './orderPages.ts';
import { type Given, prepare } from './prepare.ts';
import type { Schema } from './schema.ts';

/** What is remembered of an order, to show beside its invoices. */
export interface KnownOrder {
  id: number;
  number: number | null;
  customer: Customer | null;
  /** When Salla last said what the customer's email address is, epoch ms; null for never. */
  customerSeenAt: number | null;
}

type StatedOrder = Pick<SallaOrderRow, 'id' | 'number' | 'customer'>;

/** An order with all that is known of its customer. */
export type StoredOrder<T extends StatedOrder> = Omit<T, 'customer'> & {
  customer: Customer | null;
};

const rowsPerStatement = 100;

const customerColumns = ['customer_name', 'customer_email', 'customer_mobile'] as const;

/**
 * Remembers orders as an answer of `at` (epoch ms) states them, and returns them in the same order with what is known
 * by then. What the answer says is empty is forgotten; what it leaves out stays as an earlier answer stated it.
 * `from`: rows of a list leave out customers, which the details don't.
 */
export async function upsertOrders<T extends StatedOrder>(
  database: Database,
  storeId: number,
  orders: readonly T[],
  { at, from }: { at: number; from: 'list' | 'details' },
): Promise<StoredOrder<T>[]> {
  // Sorted, or two lists that are remembered at the same time could deadlock on Postgres.
  const each = [...new Map(orders.map((order) => [order.id, order])).values()].sort(
    (one, other) => one.id - other.id,
  );
  const known = new Map<number, KnownOrder>();
  for (const group of Map.groupBy(each, ({ customer }) =>
    statedColumns(customer).join(),
  ).values()) {
    for (let start = 0; start < group.length; start += rowsPerStatement) {
      const rows = group.slice(start, start + rowsPerStatement);
      for (const order of await upsert(database, storeId, rows, { at, from })) {
        known.set(order.id, order);
      }
    }
  }
  return orders.map((order) => {
    const { number, customer } = known.get(order.id) ?? { number: order.number, customer: null };
    return { ...order, number, customer };
  });
}

function statedColumns({ name, email, mobile }: StatedCustomer) {
  const values = { customer_name: name, customer_email: email, customer_mobile: mobile };
  return customerColumns.filter((column) => values[column] !== undefined);
}

/** Orders whose answers state the same fields of the customer. */
async function upsert(
  database: Database,
  storeId: number,
  orders: readonly StatedOrder[],
  { at, from }: { at: number; from: 'list' | 'details' },
): Promise<KnownOrder[]> {
  const stated = orders[0] === undefined ? [] : statedColumns(orders[0].customer);
  const isCustomerSeen = from === 'details' || stated.includes('customer_email');
  const rows = await database
    .insertInto('known_orders')
    .values(
      orders.map(({ id, number, customer }) => ({
        store_id: storeId,
        order_id: id,
        number,
        customer_name: customer.name ?? null,
        customer_email: customer.email ?? null,
        customer_mobile: customer.mobile ?? null,
        seen_at: at,
        customer_seen_at: isCustomerSeen ? at : null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['store_id', 'order_id']).doUpdateSet(({ fn, ref }) => ({
        number: fn.coalesce(ref('excluded.number'), ref('known_orders.number')),
        seen_at: ref('excluded.seen_at'),
        ...Object.fromEntries(stated.map((column) => [column, ref(`excluded.${column}`)])),
        ...(isCustomerSeen ? { customer_seen_at: ref('excluded.customer_seen_at') } : {}),
      })),
    )
    .returningAll()
    .execute();
  return rows.map(toKnownOrder);
}

const seenOrders = prepare((database, given: Given<OrderPage>) => {
  const { storeId, orderIds } = findPagePositions(given);
  return database
    .selectFrom('known_orders')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('order_id', 'in', orderIds);
});

/** The orders among `orderIds` that were seen before, by id. */
export async function findKnownOrders(
  database: Database,
  storeId: number,
  orderIds: readonly number[],
): Promise<Map<number, KnownOrder>> {
  const rows = await pageByPage(storeId, orderIds, (page) => seenOrders(database, page));
  return new Map(rows.map((row) => [row.order_id, toKnownOrder(row)]));
}

/** Whether the caller is to ask for the order's details: false where another process has since `unlessSince` (epoch ms). */
export async function claimDetails(
  database: Database,
  storeId: number,
  orderId: number,
  { at, unlessSince }: { at: number; unlessSince: number },
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('known_orders')
    .set({ details_asked_at: at })
    .where('store_id', '=', storeId)
    .where('order_id', '=', orderId)
    .where(({ eb, or }) =>
      or([eb('details_asked_at', 'is', null), eb('details_asked_at', '<=', unlessSince)]),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function toKnownOrder(row: Schema['known_orders']): KnownOrder {
  const { customer_name: name, customer_email: email, customer_mobile: mobile } = row;
  const isUnknown = name === null && email === null && mobile === null;
  return {
    id: row.order_id,
    number: row.number,
    customer: isUnknown ? null : { name, email, mobile },
    customerSeenAt: row.customer_seen_at,
  };
}
