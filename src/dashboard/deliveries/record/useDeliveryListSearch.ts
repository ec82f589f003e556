import { useNavigate, useSearch } from '@tanstack/react-router';
import { paths } from '../../../contract/pagePaths.ts';
import { type ListSearch, toListSearch } from '../../components/listSearch.ts';
import { type DeliveryListSearch, readDeliveryListSearch } from '../../paths.ts';

export type DeliveryListState = ListSearch<DeliveryListSearch>;

/** Filters and page of the list, kept in the address. */
export function useDeliveryListSearch(): DeliveryListState {
  const search = useSearch({ from: paths.deliveries });
  const navigate = useNavigate();
  return toListSearch(
    search,
    readDeliveryListSearch,
    (next) => void navigate({ to: paths.deliveries, search: next }),
  );
}
