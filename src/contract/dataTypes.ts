/** What an invoice can be created from: Salla's order, entered amounts, a PDF's address, a PDF file. */
export const dataTypes = ['order', 'data', 'url', 'file'] as const;
export type DataType = (typeof dataTypes)[number];
