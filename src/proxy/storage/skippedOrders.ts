import type { SkippedDelivery } from '../../contract/delivery.ts';
import { inChunks } from './chunks.ts';
import type { Database } from './database.ts';
import { type DeliveryRow, toDeliveries } from './deliveries.ts';
import type { Schema } from './schema.ts';

export async function insertSkippedOrders(
  transaction: Database,
  rows: readonly Schema['skipped_orders'][],
): Promise<void> {
  for (const chunk of inChunks(rows)) {
    await transaction.insertInto('skipped_orders').values(chunk).execute();
  }
}

type Skipped = DeliveryRow & { why: Schema['skipped_orders']['reason'] };

/** A batch's skipped orders, in the order of the request, each with the delivery that it conflicts with as it is now. */
export async function listSkipped(
  database: Database,
  { storeId, batchId }: { storeId: number; batchId: string },
  { offset, limit }: { offset: number; limit: number },
): Promise<SkippedDelivery[]> {
  const rows: Skipped[] = await database
    .selectFrom('skipped_orders')
    .innerJoin('deliveries', 'deliveries.id', 'skipped_orders.delivery_id')
    .selectAll('deliveries')
    .select('skipped_orders.reason as why')
    .where('skipped_orders.batch_id', '=', batchId)
    .orderBy('skipped_orders.position')
    .limit(limit)
    .offset(offset)
    .execute();
  const deliveries = await toDeliveries(database, storeId, rows);
  return deliveries.map((delivery, index) => ({
    orderId: delivery.orderId,
    reason: rows[index]?.why ?? 'already_queued',
    delivery,
  }));
}

/** How many orders of each batch were skipped; a batch without any is missing. */
export async function countSkipped(
  database: Database,
  batchIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await database
    .selectFrom('skipped_orders')
    .select(({ fn }) => ['batch_id', fn.countAll<number>().as('count')])
    .where('batch_id', 'in', batchIds)
    .groupBy('batch_id')
    .execute();
  return new Map(rows.map((row) => [row.batch_id, Number(row.count)]));
}
