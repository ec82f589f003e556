import { useNavigate, useSearch } from '@tanstack/react-router';
import { paths } from '../../../contract/pagePaths.ts';
import { type ListSearch, toListSearch } from '../../components/listSearch.ts';
import { type BatchSearch, readBatchSearch } from '../../paths.ts';

export type BatchSearchState = ListSearch<BatchSearch>;

/** Filters and page of a batch's table, kept in the address. */
export function useBatchSearch(batchId: string): BatchSearchState {
  const search = useSearch({ from: paths.batch });
  const navigate = useNavigate();
  return toListSearch(
    search,
    readBatchSearch,
    (next) =>
      void navigate({ to: paths.batch, params: { batchId }, search: next, resetScroll: false }),
  );
}
