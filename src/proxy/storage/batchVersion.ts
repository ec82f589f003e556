import { sql } from 'kysely';
import { type RetryableState, retryableStates } from '../../contract/deliveryStates.ts';
import type { Database } from './database.ts';

export type BatchList = RetryableState | 'skipped';

/**
 * A text for each list of a batch's page that changes whenever a row of the list does: rows come and go (count, positions), get another
 * outcome (`finished_at`) or are retried (`followed_by`). Read it before the lists: then a change in between is only sent twice.
 */
export async function findBatchVersion(
  database: Database,
  batchId: string,
): Promise<Record<BatchList, string>> {
  const rows = await database
    .selectFrom('deliveries')
    .select(({ fn }) => [
      'state',
      fn.countAll<number>().as('count'),
      fn.sum<number>('position').as('positions'),
      fn.sum<number>('finished_at').as('finished'),
      sql<number>`sum(case when followed_by is null then 0 else position + 1 end)`.as('retried'),
    ])
    .where('batch_id', '=', batchId)
    .where('state', 'in', retryableStates)
    .groupBy('state')
    .execute();
  const skipped = await database
    .selectFrom('skipped_orders')
    .innerJoin('deliveries', 'deliveries.id', 'skipped_orders.delivery_id')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.sum<number>('deliveries.finished_at').as('finished'),
      fn.countAll<number>().filterWhere('state', '=', 'unconfirmed').as('unconfirmed'),
      fn.countAll<number>().filterWhere('state', '=', 'sending').as('sending'),
    ])
    .where('skipped_orders.batch_id', '=', batchId)
    .executeTakeFirstOrThrow();
  const versionOf = (state: RetryableState) => {
    const row = rows.find((one) => one.state === state);
    return row === undefined ? '0' : `${row.count}.${row.positions}.${row.finished}.${row.retried}`;
  };
  return {
    failed: versionOf('failed'),
    unconfirmed: versionOf('unconfirmed'),
    canceled: versionOf('canceled'),
    skipped: `${skipped.count}.${skipped.finished ?? 0}.${skipped.unconfirmed}.${skipped.sending}`,
  };
}
