import type { DeliveryBatch } from '../../contract/delivery.ts';
import type { FieldText } from '../problems/fieldTexts.ts';
import type { Database } from '../storage/database.ts';
import type { DeliveryRow } from '../storage/deliveries.ts';
import { lockStore } from '../storage/stores.ts';
import type { Asked } from './asked.ts';
import { findInTheWay } from './inTheWay.ts';
import { writeRetries } from './writeRetries.ts';

/** `not_to_be_retried`: by their place, the chosen ones that can't be, each with why. */
export type Retried =
  | { outcome: 'done'; batch: DeliveryBatch }
  | { outcome: 'nothing_to_retry' }
  | { outcome: 'not_to_be_retried'; why: ReadonlyMap<number, FieldText> };

/**
 * Queues the failed ones of a batch anew as a new batch: the chosen ones, or all that nothing follows yet. Those whose
 * order is under way, or went out meanwhile, are held back and said so. The batch must be one of the asker's store.
 */
export async function retryBatch(
  database: Database,
  asked: Asked,
  { batchId, chosen }: { batchId: string; chosen: readonly string[] | undefined },
  randomId: () => string,
): Promise<Retried> {
  return database.transaction().execute(async (transaction) => {
    await lockStore(transaction, asked.storeId);
    const failed = await findFailed(transaction, batchId);
    const wanted =
      chosen === undefined
        ? failed.filter((row) => row.followed_by === null)
        : failed.filter((row) => chosen.includes(row.id));
    const orderIds = wanted.map((row) => row.order_id);
    const held = await findInTheWay(transaction, asked, orderIds, {
      retryOf: wanted.map((row) => row.id),
    });
    const why = whyNot(chosen ?? [], (id) => {
      const row = failed.find((one) => one.id === id);
      if (row === undefined) return { key: 'not_failed_here' };
      if (row.followed_by === null || held.has(row.order_id)) return null;
      return { key: 'retried_already' };
    });
    if (why.size > 0) return { outcome: 'not_to_be_retried', why };
    if (wanted.length === 0) return { outcome: 'nothing_to_retry' };
    const batch = await writeRetries(transaction, asked, wanted, randomId, held);
    return { outcome: 'done', batch };
  });
}

function whyNot(
  chosen: readonly string[],
  about: (id: string) => FieldText | null,
): Map<number, FieldText> {
  return new Map(
    chosen.flatMap((id, place) => {
      const text = about(id);
      return text === null ? [] : [[place, text]];
    }),
  );
}

function findFailed(transaction: Database, batchId: string): Promise<DeliveryRow[]> {
  return transaction
    .selectFrom('deliveries')
    .selectAll()
    .where('batch_id', '=', batchId)
    .where('state', '=', 'failed')
    .orderBy('position')
    .execute();
}
