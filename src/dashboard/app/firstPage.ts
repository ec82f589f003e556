import { invoiceIdOfPath, paths } from '../../contract/pagePaths.ts';
import { readInvoiceListSearch, withPaging } from '../paths.ts';

/** What the page at an address shows first, where that takes data: the list with its query, or one invoice. */
export type FirstPage =
  | { shows: 'list'; query: ReturnType<typeof readListQuery> }
  | { shows: 'invoice'; invoiceId: number };

/** `address`: path and query. */
export function readFirstPage(address: string): FirstPage | null {
  const [pathname = '', search = ''] = address.split('?');
  if (pathname === '/' || pathname === paths.invoices) {
    return { shows: 'list', query: readListQuery(search) };
  }
  const invoiceId = invoiceIdOfPath(pathname);
  return invoiceId === null ? null : { shows: 'invoice', invoiceId };
}

function readListQuery(search: string) {
  return withPaging(readInvoiceListSearch(Object.fromEntries(new URLSearchParams(search))));
}
