import type { ExpressionBuilder } from 'kysely';
import type { Delivery, DeliveryCounts } from '../../contract/delivery.ts';
import { type DeliveryState, deliveryStates } from '../../contract/deliveryStates.ts';
import type { Database } from './database.ts';
import { type DeliveryRow, toDeliveries } from './deliveries.ts';
import type { Schema } from './schema.ts';

export interface DeliveryFilter {
  batchId?: string | undefined;
  orderId?: number | undefined;
  invoiceId?: number | undefined;
}

/** The store's deliveries, newest first; those of one batch in the order in which they were asked for. */
export async function listDeliveries(
  database: Database,
  storeId: number,
  filter: DeliveryFilter & { state?: DeliveryState | undefined },
  range: { offset: number; limit: number },
): Promise<Delivery[]> {
  const { state, ...wanted } = filter;
  const few = Object.values(wanted).some((value) => value !== undefined);
  const rows = few
    ? await pageOfFew(database, storeId, filter, range)
    : await pageOfAll(database, storeId, state, range);
  return toDeliveries(database, storeId, rows);
}

/** Where the page is stands in an index: however deep it is, no row is read but its own. */
function pageOfAll(
  database: Database,
  storeId: number,
  state: DeliveryState | undefined,
  { offset, limit }: { offset: number; limit: number },
): Promise<DeliveryRow[]> {
  let places = database
    .selectFrom('deliveries')
    .select(['batch_id', 'position'])
    .where('store_id', '=', storeId);
  if (state !== undefined) places = places.where('state', '=', state);
  places = places
    .orderBy('requested_at', 'desc')
    .orderBy('batch_id')
    .orderBy('position')
    .limit(limit)
    .offset(offset);
  return database
    .selectFrom(places.as('places'))
    .innerJoin('deliveries', (join) =>
      join
        .onRef('deliveries.batch_id', '=', 'places.batch_id')
        .onRef('deliveries.position', '=', 'places.position'),
    )
    .selectAll('deliveries')
    .orderBy('deliveries.requested_at', 'desc')
    .orderBy('deliveries.batch_id')
    .orderBy('deliveries.position')
    .execute();
}

/** Of a batch, an order or an invoice there are at most some hundreds. */
function pageOfFew(
  database: Database,
  storeId: number,
  filter: DeliveryFilter & { state?: DeliveryState | undefined },
  { offset, limit }: { offset: number; limit: number },
): Promise<DeliveryRow[]> {
  let query = filtered(database, storeId, filter).selectAll();
  if (filter.state !== undefined) query = query.where('state', '=', filter.state);
  return (
    query
      // As a sum, so that the database finds them first and sorts them then, rather than read the whole record in order.
      .orderBy(({ eb }) => eb('requested_at', '+', 0), 'desc')
      .orderBy('batch_id')
      .orderBy('position')
      .limit(limit)
      .offset(offset)
      .execute()
  );
}

/** How many there are in each state, whatever state is asked for. */
export async function countDeliveries(
  database: Database,
  storeId: number,
  filter: DeliveryFilter,
): Promise<DeliveryCounts> {
  const few = Object.values(filter).some((value) => value !== undefined);
  const counts = await (few
    ? filtered(database, storeId, filter).select(countStates).executeTakeFirst()
    : countAll(database, storeId).executeTakeFirst());
  return counts ?? noDeliveries();
}

/** State by state, each counted in its part of an index. */
function countAll(database: Database, storeId: number) {
  return database.selectNoFrom(({ selectFrom }) =>
    deliveryStates.map((state) =>
      selectFrom('deliveries')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('store_id', '=', storeId)
        .where('state', '=', state)
        .$asScalar()
        .$notNull()
        .as(state),
    ),
  );
}

/** Each state's count as a column: grouped by state, SQLite would read the whole record in that order. */
export function countStates({ fn }: ExpressionBuilder<Schema, 'deliveries'>) {
  return deliveryStates.map((state) =>
    fn.countAll<number>().filterWhere('state', '=', state).as(state),
  );
}

function filtered(database: Database, storeId: number, filter: DeliveryFilter) {
  const { batchId, orderId, invoiceId } = filter;
  // As a sum where a batch is named, so that it is that which is looked up.
  let query = database
    .selectFrom('deliveries')
    .where(
      ({ eb }) => (batchId === undefined ? eb.ref('store_id') : eb('store_id', '+', 0)),
      '=',
      storeId,
    );
  if (batchId !== undefined) query = query.where('batch_id', '=', batchId);
  if (orderId !== undefined) query = query.where('order_id', '=', orderId);
  if (invoiceId !== undefined) query = query.where('invoice_id', '=', invoiceId);
  return query;
}

export function noDeliveries(): DeliveryCounts {
  return { queued: 0, sending: 0, sent: 0, failed: 0, unconfirmed: 0, canceled: 0 };
}
