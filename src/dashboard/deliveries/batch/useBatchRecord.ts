import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeliveryPage } from '../../../contract/delivery.ts';
import { batchQueries } from '../../api/batchQueries.ts';
import { type DeliveryListQuery, deliveryQueries } from '../../api/deliveryQueries.ts';
import { withPaging } from '../../paths.ts';
import { sendableStates } from './progress.ts';
import { type BatchSearchState, useBatchSearch } from './useBatchSearch.ts';

export interface RecordState extends BatchSearchState {
  isOpen: boolean;
  /** Null while it is folded. */
  query: DeliveryListQuery | null;
  rows: UseQueryResult<DeliveryPage>;
}

/**
 * The table of a batch's deliveries. Unless the address says so, it is folded where the cards above it told of
 * something when the page was opened: they have the same rows and the same buttons.
 */
export function useBatchRecord(batchId: string): RecordState {
  const list = useBatchSearch(batchId);
  const { record, ...search } = list.search;
  const batch = useQuery({ ...batchQueries.one(batchId), enabled: false }).data;
  const [begins, setBegins] = useState<'open' | 'folded' | null>(null);
  if (begins === null && batch !== undefined) {
    setBegins(sendableStates.some((state) => batch.counts[state] > 0) ? 'folded' : 'open');
  }
  const isNarrowed = Object.keys(search).length > 0;
  const isOpen = (record ?? (isNarrowed ? 'open' : begins)) === 'open';
  const wanted = { batchId, ...withPaging(search) };
  const rows = useQuery({
    ...deliveryQueries.list(wanted),
    enabled: isOpen,
    // Brought up to date by the watch.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return { ...list, isOpen, query: isOpen ? wanted : null, rows };
}
