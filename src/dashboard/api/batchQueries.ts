import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Batch, BatchChanges } from '../../contract/batch.ts';
import { endpoints } from '../../contract/endpoints.ts';
import { api } from './api.ts';

/** A batch's page: the batch, and the lists that may need a person. */
export interface BatchView extends Pick<BatchChanges, 'batch' | 'version'> {
  lists: { [List in keyof BatchChanges['lists']]-?: NonNullable<BatchChanges['lists'][List]> };
  /** When the counts last changed, epoch ms by this browser's clock. */
  changedAt: number;
}

const noRows: BatchView['lists'] = { failed: [], unconfirmed: [], canceled: [], skipped: [] };

export const batchQueries = {
  all: () => ['batches'] as const,
  /** Batches with an active delivery, newest first. */
  active: () =>
    queryOptions({
      queryKey: [...batchQueries.all(), 'active'],
      queryFn: ({ signal }) => api(endpoints.batches({ active: true }), { signal }),
    }),
  /** The newest batches in any state. `active`: the ids that `active()` has; with others it is fetched again. */
  newest: (active: readonly string[]) =>
    queryOptions({
      queryKey: [...batchQueries.all(), 'newest', active],
      queryFn: ({ signal }) => api(endpoints.batches(), { signal }),
      placeholderData: keepPreviousData,
    }),
  /** One batch. Each fetch gets only the lists that changed since the last one. */
  view: (batchId: string) =>
    queryOptions({
      queryKey: [...batchQueries.all(), 'view', batchId],
      queryFn: async ({ signal, client, queryKey }): Promise<BatchView> => {
        const known = client.getQueryData<BatchView>(queryKey);
        const since = known === undefined ? {} : { since: known.version };
        const { data } = await api(endpoints.batchChanges(batchId, since), { signal });
        return {
          batch: data.batch,
          version: data.version,
          lists: withChanges(known?.lists ?? noRows, data.lists),
          changedAt: known && sameCounts(known.batch, data.batch) ? known.changedAt : Date.now(),
        };
      },
      retry: false,
    }),
};

function withChanges(
  known: BatchView['lists'],
  changed: BatchChanges['lists'],
): BatchView['lists'] {
  return {
    failed: changed.failed ?? known.failed,
    unconfirmed: changed.unconfirmed ?? known.unconfirmed,
    canceled: changed.canceled ?? known.canceled,
    skipped: changed.skipped ?? known.skipped,
  };
}

/** Whether every state of two batches has the same count. */
export function sameCounts(one: Pick<Batch, 'counts'>, other: Pick<Batch, 'counts'>): boolean {
  return JSON.stringify(one.counts) === JSON.stringify(other.counts);
}
