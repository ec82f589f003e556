import { storeDay } from '../deliveries/export/storeTime.ts';
import { parseInvoiceRow } from '../salla/parse/parseInvoice.ts';
import { insertCreatedInvoice } from '../storage/createdInvoices.ts';
import type { Database } from '../storage/database.ts';

interface InvoiceCreated {
  storeId: number;
  /** Epoch ms. */
  createdAt: number | null;
  data: unknown;
}

/**
 * Notes the moment of an invoice that was made outside this app: Salla's lists tell its day alone. Salla sends the event
 * for the invoice of a restored order too, so one of an earlier day tells nothing. Later repeats change nothing.
 */
export async function handleInvoiceCreated(
  { database, now }: { database: Database; now: () => number },
  { storeId, createdAt, data }: InvoiceCreated,
): Promise<'applied' | 'unusable'> {
  const invoice = parseInvoiceRow(data);
  if (invoice === null || createdAt === null) return 'unusable';
  if (invoice.date !== null && invoice.date !== storeDay(createdAt)) return 'unusable';
  await insertCreatedInvoice(database, storeId, invoice.id, Math.min(createdAt, now()));
  return 'applied';
}
