import type { LastDelivery } from '../../contract/invoice.ts';
import type { Database } from './database.ts';
import { type DeliveryRow, findStoppedFor, reasonOf, toInstant } from './deliveries.ts';
import { type OrderPage, pageByPage, placesOfPage } from './orderPages.ts';
import { type Given, prepare } from './prepare.ts';

/** What a list's row tells of the last delivery: reading the others would cost as much again. */
const lastColumns = [
  'id',
  'order_id',
  'state',
  'reason',
  'requested_by_id',
  'requested_by_name',
  'requested_at',
  'finished_at',
] as const;

const newestOfOrders = prepare((database, given: Given<OrderPage>) => {
  const { storeId, orderIds } = placesOfPage(given);
  const ranked = database
    .selectFrom('deliveries')
    .select(lastColumns)
    .select(({ fn }) =>
      fn
        .agg<number>('row_number')
        .over((over) =>
          over.partitionBy('order_id').orderBy('requested_at', 'desc').orderBy('id', 'desc'),
        )
        .as('age'),
    )
    .where('store_id', '=', storeId)
    .where('order_id', 'in', orderIds);
  return database.selectFrom(ranked.as('ranked')).select(lastColumns).where('age', '=', 1);
});

/** The newest delivery of each of these orders. */
export async function findLastDeliveries(
  database: Database,
  storeId: number,
  orderIds: readonly number[],
): Promise<Map<number, LastDelivery>> {
  const rows = await pageByPage(storeId, orderIds, (page) => newestOfOrders(database, page));
  const stopped = await findStoppedFor(database, storeId, rows);
  return new Map(rows.map((row) => [row.order_id, toLastDelivery(row, stopped)]));
}

function toLastDelivery(
  row: Pick<DeliveryRow, (typeof lastColumns)[number]>,
  stopped: 'reconnect' | null,
): LastDelivery {
  return {
    id: row.id,
    state: row.state,
    reason: reasonOf(row, stopped),
    at: toInstant(row.finished_at ?? row.requested_at),
    by: { id: row.requested_by_id, name: row.requested_by_name },
  };
}
