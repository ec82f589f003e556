import { useNavigate, useSearch } from '@tanstack/react-router';
import { paths } from '../../../contract/pagePaths.ts';
import { type BatchSearch, readBatchSearch } from '../../paths.ts';
import type { DeliveryListState } from '../record/useDeliveryListSearch.ts';

export interface BatchSearchState {
  search: BatchSearch;
  change: (
    changes: Parameters<DeliveryListState['change']>[0] & Pick<BatchSearch, 'record'>,
  ) => void;
}

/** What the table of a batch's page shows lives in the address. */
export function useBatchSearch(batchId: string): BatchSearchState {
  const search = useSearch({ from: paths.batch });
  const navigate = useNavigate();
  return {
    search,
    change: (changes) =>
      void navigate({
        to: paths.batch,
        params: { batchId },
        search: readBatchSearch({ ...search, page: undefined, ...changes }),
        resetScroll: false,
      }),
  };
}
