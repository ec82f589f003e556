import type { InvoiceSummary } from '../../../contract/invoice.ts';
import type { CreatableType } from '../../../contract/invoiceTypes.ts';

/** The invoices of an order, by type; those of type `other` don't count. */
export interface ExistingInvoices {
  taxInvoice: InvoiceSummary | null;
  creditNote: InvoiceSummary | null;
}

export function toExistingInvoices(invoices: readonly InvoiceSummary[]): ExistingInvoices {
  return {
    taxInvoice: invoices.find(({ type }) => type === 'tax_invoice') ?? null,
    creditNote: invoices.find(({ type }) => type === 'credit_note') ?? null,
  };
}

export type UnavailableType = 'has_tax_invoice' | 'no_tax_invoice' | 'has_credit_note';

/**
 * Why Salla would certainly refuse this type: an order has one tax invoice, and one credit note after it (Salla:
 * Creating an invoice). Null if it may be accepted, or if the order's invoices are unknown.
 */
export function findUnavailableReason(
  type: CreatableType,
  issued: ExistingInvoices | null,
): UnavailableType | null {
  if (issued === null) return null;
  if (type === 'tax_invoice') return issued.taxInvoice === null ? null : 'has_tax_invoice';
  if (issued.creditNote !== null) return 'has_credit_note';
  return issued.taxInvoice === null ? 'no_tax_invoice' : null;
}
