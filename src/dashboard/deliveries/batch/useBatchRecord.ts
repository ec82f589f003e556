import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Batch } from '../../../contract/batch.ts';
import type { DeliveryPage } from '../../../contract/delivery.ts';
import { retryableStates } from '../../../contract/deliveryStates.ts';
import { sameCounts } from '../../api/batchQueries.ts';
import { deliveryQueries } from '../../api/deliveryQueries.ts';
import { withPaging } from '../../paths.ts';
import { isLive } from './progress.ts';
import { type BatchSearchState, useBatchSearch } from './useBatchSearch.ts';

/** While the batch is live its rows change all the time: they are fetched again this often at most. */
const liveMs = 5000;
const endedMs = 1000;

export interface RecordState extends BatchSearchState {
  isOpen: boolean;
  rows: UseQueryResult<DeliveryPage>;
}

/**
 * The table of a batch's deliveries. Unless the address says otherwise it is folded if the sections above showed something when the page
 * was opened: they have the same rows and buttons. Fetched again while its counts differ from the batch's.
 */
export function useBatchRecord(batchId: string, batch: Batch | undefined): RecordState {
  const list = useBatchSearch(batchId);
  const { record, ...search } = list.search;
  const [initial, setInitial] = useState<'open' | 'folded' | null>(null);
  if (initial === null && batch !== undefined) {
    setInitial(retryableStates.some((state) => batch.counts[state] > 0) ? 'folded' : 'open');
  }
  const isFiltered = Object.keys(search).length > 0;
  const isOpen = (record ?? (isFiltered ? 'open' : initial)) === 'open';
  const rows = useQuery({
    ...deliveryQueries.list({ batchId, ...withPaging(search) }),
    enabled: isOpen,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    refetchInterval: ({ state: { data } }) => {
      if (batch === undefined || data === undefined || sameCounts(batch, data)) return false;
      return isLive(batch) ? liveMs : endedMs;
    },
  });
  return { ...list, isOpen, rows };
}
