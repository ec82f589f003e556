import type { QueryClient } from '@tanstack/react-query';
import type { Batch } from '../../../contract/batch.ts';
import type { Delivery } from '../../../contract/delivery.ts';
import { endpoints } from '../../../contract/endpoints.ts';
import { api } from '../../api/api.ts';
import { batchQueries } from '../../api/batchQueries.ts';
import { countIn, type ListKind, type ListKnowledge } from './errands.ts';
import { withPage } from './wholeList.ts';

/** As many as the API answers in one page. */
const perPage = 60;

/** Reads one page of one of a batch's lists. Throws `ProblemError`. */
export async function readListPage(
  queryClient: QueryClient,
  batch: Batch,
  kind: ListKind,
  page: number,
): Promise<void> {
  const { batchId } = batch;
  const about = { count: countIn(batch, kind), now: Date.now() };
  if (kind === 'skipped') {
    const answer = await api(endpoints.skippedOfBatch(batchId, { page, perPage }));
    queryClient.setQueryData(batchQueries.skipped(batchId).queryKey, (known) =>
      withPage(known, answer, { ...about, idOf: ({ orderId }) => orderId }),
    );
    return;
  }
  const answer = await api(endpoints.deliveries({ batchId, state: kind, page, perPage }));
  queryClient.setQueryData(batchQueries.inState(batchId, kind).queryKey, (known) =>
    withPage<Delivery>(known, answer, { ...about, idOf: ({ id }) => id }),
  );
}

/** What is known of a list, for deciding what to read next; null where it was never read. */
export function knowledgeOf(
  queryClient: QueryClient,
  batchId: string,
  kind: ListKind,
): ListKnowledge | null {
  const { queryKey } =
    kind === 'skipped' ? batchQueries.skipped(batchId) : batchQueries.inState(batchId, kind);
  const state =
    queryClient.getQueryState<Pick<ListKnowledge, 'nextPage' | 'count' | 'readAt'>>(queryKey);
  return state?.data === undefined ? null : { ...state.data, outdated: state.isInvalidated };
}
