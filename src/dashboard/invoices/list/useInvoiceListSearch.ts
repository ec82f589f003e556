import { useNavigate, useSearch } from '@tanstack/react-router';
import { paths } from '../../../contract/pagePaths.ts';
import { type InvoiceListSearch, readInvoiceListSearch } from '../../paths.ts';

type Changes = { [Key in keyof InvoiceListSearch]?: InvoiceListSearch[Key] | undefined };

export interface InvoiceListState {
  search: InvoiceListSearch;
  /** Undefined takes a filter away; any change but a page's goes back to the first page. */
  change: (changes: Changes) => void;
}

/** What the list shows lives in the address: it can be shared, and Back works. */
export function useInvoiceListSearch(): InvoiceListState {
  const search = useSearch({ from: paths.invoices });
  const navigate = useNavigate();
  return {
    search,
    change: (changes) =>
      void navigate({
        to: paths.invoices,
        search: readInvoiceListSearch({ ...search, page: undefined, ...changes }),
      }),
  };
}
