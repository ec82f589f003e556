import type { InvoiceType } from '../../../contract/invoiceTypes.ts';
import { parseText } from './text.ts';

/** Salla shows a credit note as "Credit Note", "إشعار دائن" or "فاتورة مسترجع", among others. */
const creditNote = /credit|refund|دائن|مسترجع|استرجاع|مرتجع/;
const taxInvoice = /tax invoice|فاتوره ضريبيه|فاتوره مبسطه/;

/** The type from its display text in either language; what is neither is `other`, with its label kept. */
export function parseInvoiceType(wire: unknown): { type: InvoiceType; typeLabel: string } {
  const typeLabel = parseText(wire)?.trim() ?? '';
  const text = typeLabel
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replaceAll('ة', 'ه');
  if (creditNote.test(text)) return { type: 'credit_note', typeLabel };
  if (taxInvoice.test(text)) return { type: 'tax_invoice', typeLabel };
  return { type: 'other', typeLabel };
}
