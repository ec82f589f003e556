import { useNavigate, useSearch } from '@tanstack/react-router';
import { paths } from '../../../contract/pagePaths.ts';
import { type DeliveryListSearch, readDeliveryListSearch } from '../../paths.ts';

type Changes = { [Key in keyof DeliveryListSearch]?: DeliveryListSearch[Key] | undefined };

export interface DeliveryListState {
  search: DeliveryListSearch;
  /** Undefined takes a filter away; any change but a page's goes back to the first page. */
  change: (changes: Changes) => void;
}

/** What the list shows lives in the address. */
export function useDeliveryListSearch(): DeliveryListState {
  const search = useSearch({ from: paths.deliveries });
  const navigate = useNavigate();
  return {
    search,
    change: (changes) =>
      void navigate({
        to: paths.deliveries,
        search: readDeliveryListSearch({ ...search, page: undefined, ...changes }),
      }),
  };
}
