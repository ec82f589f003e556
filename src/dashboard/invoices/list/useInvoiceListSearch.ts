import { useNavigate, useSearch } from '@tanstack/react-router';
import { paths } from '../../../contract/pagePaths.ts';
import { type ListSearch, toListSearch } from '../../components/listSearch.ts';
import { type InvoiceListSearch, readInvoiceListSearch } from '../../paths.ts';

export type InvoiceListState = ListSearch<InvoiceListSearch>;

/** Filters and page of the list, kept in the address: it can be shared, and Back works. */
export function useInvoiceListSearch(): InvoiceListState {
  const search = useSearch({ from: paths.invoices });
  const navigate = useNavigate();
  return toListSearch(
    search,
    readInvoiceListSearch,
    (next) => void navigate({ to: paths.invoices, search: next }),
  );
}
