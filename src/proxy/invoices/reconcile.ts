import type { NewInvoice, SallaInvoiceRow } from '../salla/client/types.ts';
import { parseAddress } from '../salla/parse/parseAddress.ts';
import { refusal } from './checkOrder.ts';

export interface LostCreation {
  invoice: NewInvoice;
  /** The ids of the order's invoices before the call whose outcome nobody knows. */
  knownBefore: readonly number[];
  /** Whether another creation of the store has this invoice as its answer. */
  isAnothers(invoiceId: number): Promise<boolean>;
}

/**
 * The invoice that a lost call made, among the order's invoices now; null where there is none yet. Throws
 * `invalid_fields` where one has come that may be somebody else's: an order has one of each type, so that asking
 * again would change nothing, and a person has to look.
 */
export async function findCreatedInvoice(
  invoices: readonly SallaInvoiceRow[],
  { invoice, knownBefore, isAnothers }: LostCreation,
): Promise<SallaInvoiceRow | null> {
  const isNew = ({ id }: SallaInvoiceRow) => !knownBefore.includes(id);
  // One whose type can't be read may be of any.
  const mayBeIt = ({ type }: SallaInvoiceRow) => type === invoice.type || type === 'other';
  const found = invoices.filter((one) => isNew(one) && mayBeIt(one));
  for (const one of found) {
    if (isAsAsked(one, invoice) && !(await isAnothers(one.id))) return one;
  }
  if (found.length > 0) throw refusal('type', { key: 'maybe_another' });
  return null;
}

/** As far as a list's row tells, which may leave out the number: nothing of an order's or a file's own content is in there. */
function isAsAsked(row: SallaInvoiceRow, invoice: NewInvoice): boolean {
  switch (invoice.dataType) {
    case 'data':
      return (
        row.documentUrl === null &&
        (row.number === null || row.number === invoice.invoiceNumber) &&
        (row.total === null || row.total.amount === invoice.total)
      );
    case 'url':
      return row.documentUrl === parseAddress(invoice.url);
    default:
      return row.type === invoice.type;
  }
}
