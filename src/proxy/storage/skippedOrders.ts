import type { SkippedDelivery } from '../../contract/delivery.ts';
import type { Database } from './database.ts';
import { type DeliveryRow, toDeliveries } from './deliveries.ts';
import type { Schema } from './schema.ts';

type Skipped = DeliveryRow & { why: Schema['skipped_orders']['reason'] };

/** What was held back when a batch was asked for, in the order in which it was named, with what stood in the way as it is now. */
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
  return deliveries.map((delivery, place) => ({
    orderId: delivery.orderId,
    reason: rows[place]?.why ?? 'already_queued',
    delivery,
  }));
}
