import type { InvoiceSummary } from '../../../contract/invoice.ts';
import type { CreatableType } from '../../../contract/invoiceTypes.ts';

/** What an order has already; an invoice of neither type says nothing. */
export interface Issued {
  taxInvoice: InvoiceSummary | null;
  creditNote: InvoiceSummary | null;
}

export function issuedOf(invoices: readonly InvoiceSummary[]): Issued {
  return {
    taxInvoice: invoices.find(({ type }) => type === 'tax_invoice') ?? null,
    creditNote: invoices.find(({ type }) => type === 'credit_note') ?? null,
  };
}

export type WhyNot = 'has_tax_invoice' | 'no_tax_invoice' | 'has_credit_note';

/**
 * Why Salla would refuse this type for certain: an order has one tax invoice, and one credit note after it (Salla:
 * Creating an invoice). Null where it may be taken, or where nobody knows what the order has.
 */
export function whyNot(type: CreatableType, issued: Issued | null): WhyNot | null {
  if (issued === null) return null;
  if (type === 'tax_invoice') return issued.taxInvoice === null ? null : 'has_tax_invoice';
  if (issued.creditNote !== null) return 'has_credit_note';
  return issued.taxInvoice === null ? 'no_tax_invoice' : null;
}
