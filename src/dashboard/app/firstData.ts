import { endpoints } from '../../contract/endpoints.ts';
import { startFirstRequest } from '../lib/firstRequest.ts';
import { paths, readInvoiceListSearch, withPaging } from '../paths.ts';

/** Asks for the data of the page at this address before the code that shows it has come. */
export function startFirstData(address: string, headers: Record<string, string>): void {
  const [pathname = '', search = ''] = address.split('?');
  const path = firstDataPath(pathname, search);
  if (path !== null) startFirstRequest(path, headers);
}

function firstDataPath(pathname: string, search: string): string | null {
  const raw = Object.fromEntries(new URLSearchParams(search));
  if (pathname === '/' || pathname === paths.invoices) {
    return endpoints.invoices(withPaging(readInvoiceListSearch(raw)));
  }
  const invoiceId = /^\/invoices\/([1-9]\d*)$/.exec(pathname)?.[1];
  return invoiceId === undefined ? null : endpoints.invoice(Number(invoiceId));
}
