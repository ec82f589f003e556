import type { Database } from './database.ts';
import type { DeliveryRow } from './deliveries.ts';
import type { Schema } from './schema.ts';

/** What is known of the order that a delivery is of. */
interface OrderNames {
  number: number | null;
  customer_name: string | null;
}

export type BatchRecord = DeliveryRow & OrderNames;
export type SkippedRecord = BatchRecord & { why: Schema['skipped_orders']['reason'] };

/** All deliveries of a batch with their orders' names, in the order in which they were asked for. */
export function listBatchRecords(database: Database, batchId: string): Promise<BatchRecord[]> {
  return withOrders(database)
    .where('deliveries.batch_id', '=', batchId)
    .orderBy('deliveries.position')
    .execute();
}

/** The deliveries that stood in the way of a batch's orders, the same. */
export function listSkippedRecords(database: Database, batchId: string): Promise<SkippedRecord[]> {
  return withOrders(database)
    .innerJoin('skipped_orders', 'skipped_orders.delivery_id', 'deliveries.id')
    .select('skipped_orders.reason as why')
    .where('skipped_orders.batch_id', '=', batchId)
    .orderBy('skipped_orders.position')
    .execute();
}

/** The orders of a batch, those held back among them, that nothing is known of. */
export async function listUnknownOrders(database: Database, batchId: string): Promise<number[]> {
  const rows = await database
    .selectFrom('deliveries')
    .select(['store_id', 'order_id'])
    .where('batch_id', '=', batchId)
    .union(({ selectFrom }) =>
      selectFrom('skipped_orders').select(['store_id', 'order_id']).where('batch_id', '=', batchId),
    )
    .$call((orders) => database.selectFrom(orders.as('orders')))
    .leftJoin('known_orders', (join) =>
      join
        .onRef('known_orders.store_id', '=', 'orders.store_id')
        .onRef('known_orders.order_id', '=', 'orders.order_id'),
    )
    .select('orders.order_id')
    .where('known_orders.order_id', 'is', null)
    .execute();
  return rows.map((row) => row.order_id);
}

function withOrders(database: Database) {
  return database
    .selectFrom('deliveries')
    .leftJoin('known_orders', (join) =>
      join
        .onRef('known_orders.store_id', '=', 'deliveries.store_id')
        .onRef('known_orders.order_id', '=', 'deliveries.order_id'),
    )
    .selectAll('deliveries')
    .select(['known_orders.number', 'known_orders.customer_name']);
}
