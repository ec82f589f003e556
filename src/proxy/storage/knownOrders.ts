import type { Customer } from '../../contract/common.ts';
import type { OrderSummary } from '../../contract/order.ts';
import type { Database } from './database.ts';
import { type OrderPage, pageByPage, placesOfPage } from './orderPages.ts';
import { type Given, prepare } from './prepare.ts';

export interface KnownOrderTables {
  known_orders: {
    store_id: number;
    order_id: number;
    number: number | null;
    customer_name: string | null;
    customer_email: string | null;
    customer_mobile: string | null;
    seen_at: number;
  };
}

/** What is remembered of an order, to show beside its invoices. */
export interface KnownOrder {
  id: number;
  number: number | null;
  customer: Customer | null;
  /** When Salla last told of it, epoch ms. */
  seenAt: number;
}

const rowsPerStatement = 100;

/** Remembers orders as last seen. What a later answer leaves out doesn't wipe what an earlier one told. */
export async function rememberOrders(
  database: Database,
  storeId: number,
  orders: ReadonlyArray<Pick<OrderSummary, 'id' | 'number' | 'customer'>>,
  at: number,
): Promise<void> {
  // In one order for all, or two lists that are remembered side by side could wait for each other on Postgres.
  const each = [...new Map(orders.map((order) => [order.id, order])).values()];
  const rows = each
    .sort((one, other) => one.id - other.id)
    .map((order) => ({
      store_id: storeId,
      order_id: order.id,
      number: order.number,
      customer_name: order.customer?.name ?? null,
      customer_email: order.customer?.email ?? null,
      customer_mobile: order.customer?.mobile ?? null,
      seen_at: at,
    }));
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await database
      .insertInto('known_orders')
      .values(rows.slice(start, start + rowsPerStatement))
      .onConflict((conflict) =>
        conflict.columns(['store_id', 'order_id']).doUpdateSet(({ fn, ref }) => ({
          number: fn.coalesce(ref('excluded.number'), ref('known_orders.number')),
          customer_name: fn.coalesce(
            ref('excluded.customer_name'),
            ref('known_orders.customer_name'),
          ),
          customer_email: fn.coalesce(
            ref('excluded.customer_email'),
            ref('known_orders.customer_email'),
          ),
          customer_mobile: fn.coalesce(
            ref('excluded.customer_mobile'),
            ref('known_orders.customer_mobile'),
          ),
          seen_at: ref('excluded.seen_at'),
        })),
      )
      .execute();
  }
}

const seenOrders = prepare((database, given: Given<OrderPage>) => {
  const { storeId, orderIds } = placesOfPage(given);
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
  return new Map(
    rows.map((row) => {
      const { customer_name: name, customer_email: email, customer_mobile: mobile } = row;
      const customer =
        name === null && email === null && mobile === null ? null : { name, email, mobile };
      const { order_id: id, number, seen_at: seenAt } = row;
      return [id, { id, number, customer, seenAt }];
    }),
  );
}
