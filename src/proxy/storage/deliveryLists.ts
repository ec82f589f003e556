import type { Delivery, DeliveryCounts, DeliveryState } from '../../contract/delivery.ts';
import type { Database } from './database.ts';
import { tellDeliveries } from './deliveries.ts';

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
  return tellDeliveries(database, storeId, rows);
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
  const counts = noDeliveries();
  for (const row of rows) counts[row.state] = Number(row.count);
  return counts;
}

function filtered(database: Database, storeId: number, filter: DeliveryFilter) {
  const { batchId, orderId, invoiceId } = filter;
  let query = database.selectFrom('deliveries').where('store_id', '=', storeId);
  if (batchId !== undefined) query = query.where('batch_id', '=', batchId);
  if (orderId !== undefined) query = query.where('order_id', '=', orderId);
  if (invoiceId !== undefined) query = query.where('invoice_id', '=', invoiceId);
  return query;
}

export function noDeliveries(): DeliveryCounts {
  return { queued: 0, sending: 0, sent: 0, failed: 0, unconfirmed: 0, canceled: 0 };
}
