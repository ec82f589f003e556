import type { Selectable } from 'kysely';
import type {
  Delivery,
  DeliveryCounts,
  DeliveryReason,
  DeliveryState,
} from '../../contract/delivery.ts';
import type { LastDelivery } from '../../contract/invoice.ts';
import type { Database } from './database.ts';
import { type OrderPage, pageByPage, placesOfPage } from './orderPages.ts';
import { type Given, prepare } from './prepare.ts';

/** `bulk`: asked for together with others, so it lets single ones pass. `not_before` holds back one that can still be taken back, or waits to be tried again; `lease_*` say who is sending it. */
export interface DeliveryTables {
  deliveries: {
    id: string;
    store_id: number;
    batch_id: string;
    position: number;
    order_id: number;
    invoice_id: number | null;
    state: DeliveryState;
    reason: DeliveryReason | null;
    message: string | null;
    attempts: number;
    requested_by_id: number;
    requested_by_name: string | null;
    requested_at: number;
    requested_from: 'tab' | 'embedded';
    not_before: number;
    lease_owner: string | null;
    lease_until: number | null;
    finished_at: number | null;
    resolved_by_id: number | null;
    resolved_by_name: string | null;
    retry_of: string | null;
    followed_by: string | null;
    bulk: 0 | 1;
  };
}

export type DeliveryRow = Selectable<DeliveryTables['deliveries']>;

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

export interface DeliveryFilter {
  batchId?: string | undefined;
  orderId?: number | undefined;
  invoiceId?: number | undefined;
}

export function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    batchId: row.batch_id,
    orderId: row.order_id,
    invoiceId: row.invoice_id,
    state: row.state,
    reason: row.reason,
    message: row.message,
    attempts: row.attempts,
    requestedBy: { id: row.requested_by_id, name: row.requested_by_name },
    requestedAt: toInstant(row.requested_at),
    requestedFrom: row.requested_from,
    finishedAt: row.finished_at === null ? null : toInstant(row.finished_at),
    resolvedBy:
      row.resolved_by_id === null ? null : { id: row.resolved_by_id, name: row.resolved_by_name },
    followedBy: row.followed_by,
  };
}

export async function findDelivery(
  database: Database,
  storeId: number,
  id: string,
): Promise<DeliveryRow | null> {
  const row = await database
    .selectFrom('deliveries')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** The store's deliveries, newest first; those of one batch in the order in which they were asked for. */
export async function listDeliveries(
  database: Database,
  storeId: number,
  filter: DeliveryFilter & { state?: DeliveryState | undefined },
  { offset, limit }: { offset: number; limit: number },
): Promise<Delivery[]> {
  const rows = await filtered(database, storeId, filter)
    .selectAll()
    .$if(filter.state !== undefined, (query) => query.where('state', '=', filter.state ?? 'queued'))
    .orderBy('requested_at', 'desc')
    .orderBy('batch_id')
    .orderBy('position')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(toDelivery);
}

/** How many there are in each state, whatever state is asked for. */
export async function countDeliveries(
  database: Database,
  storeId: number,
  filter: DeliveryFilter,
): Promise<DeliveryCounts> {
  const rows = await filtered(database, storeId, filter)
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  const counts = { queued: 0, sending: 0, sent: 0, failed: 0, unconfirmed: 0, canceled: 0 };
  for (const row of rows) counts[row.state] = Number(row.count);
  return counts;
}

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
  return new Map(rows.map((row) => [row.order_id, toLastDelivery(row)]));
}

function toLastDelivery(row: Pick<DeliveryRow, (typeof lastColumns)[number]>): LastDelivery {
  return {
    id: row.id,
    state: row.state,
    reason: row.reason,
    at: toInstant(row.finished_at ?? row.requested_at),
    by: { id: row.requested_by_id, name: row.requested_by_name },
  };
}

function filtered(database: Database, storeId: number, filter: DeliveryFilter) {
  const { batchId, orderId, invoiceId } = filter;
  let query = database.selectFrom('deliveries').where('store_id', '=', storeId);
  if (batchId !== undefined) query = query.where('batch_id', '=', batchId);
  if (orderId !== undefined) query = query.where('order_id', '=', orderId);
  if (invoiceId !== undefined) query = query.where('invoice_id', '=', invoiceId);
  return query;
}

function toInstant(at: number): string {
  return new Date(at).toISOString();
}
