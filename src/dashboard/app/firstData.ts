import { endpoints } from '../../contract/endpoints.ts';
import { startFirstRequest } from '../api/firstRequest.ts';
import { readFirstPage } from './firstPage.ts';

/** Asks for the data of the page at this address before the code that shows it has come. */
export function startFirstData(address: string, headers: Record<string, string>): void {
  const page = readFirstPage(address);
  if (page?.shows === 'list') startFirstRequest(endpoints.invoices(page.query).path, headers);
  if (page?.shows === 'invoice') startFirstRequest(endpoints.invoice(page.invoiceId).path, headers);
}
