import { useQuery } from '@tanstack/react-query';
import type { Batch } from '../../../contract/batch.ts';
import { batchQueries } from '../../api/batchQueries.ts';
import { openOnes } from './openOnes.ts';
import { asOrders } from './readOrders.ts';

/** What needs a person or was sent anew, as far as it was read. */
export function useBatchLists(batchId: string) {
  const unconfirmed = useQuery(batchQueries.inState(batchId, 'unconfirmed')).data;
  const failed = useQuery(batchQueries.inState(batchId, 'failed')).data;
  const canceled = useQuery(batchQueries.inState(batchId, 'canceled')).data;
  const skipped = useQuery(batchQueries.skipped(batchId)).data;
  const orders = useQuery(batchQueries.orders(batchId)).data ?? {};
  const byState = {
    unconfirmed: openOnes(unconfirmed, 'unconfirmed'),
    failed: openOnes(failed, 'failed'),
    canceled: openOnes(canceled, 'canceled'),
  };
  const all = Object.values(byState);
  const held = skipped?.rows ?? [];
  const listed = [...all.flatMap(({ open, anew }) => [...open, ...anew]), ...held];
  return {
    ...byState,
    /** Sent anew, whatever came of them here. */
    anew: all.flatMap(({ anew }) => anew),
    anewCounts: {
      unconfirmed: byState.unconfirmed.anew.length,
      failed: byState.failed.anew.length,
      canceled: byState.canceled.anew.length,
    },
    skipped: held,
    /** Of every list that the batch has something in at least the first rows are there. */
    areRead: ({ counts, skipped: skippedCount }: Pick<Batch, 'counts' | 'skipped'>) =>
      (counts.unconfirmed === 0 || unconfirmed !== undefined) &&
      (counts.failed === 0 || failed !== undefined) &&
      (counts.canceled === 0 || canceled !== undefined) &&
      (skippedCount === 0 || skipped !== undefined),
    orders: (shown: readonly number[]) =>
      asOrders(orders, [...listed.map(({ orderId }) => orderId), ...shown]),
  };
}
