/** The types of invoices; `other` is one that Salla names and we don't know. */
export const invoiceTypes = ['tax_invoice', 'credit_note', 'other'] as const;
export type InvoiceType = (typeof invoiceTypes)[number];

/** The types that can be created. */
export const creatableTypes = ['tax_invoice', 'credit_note'] as const;
export type CreatableType = (typeof creatableTypes)[number];
