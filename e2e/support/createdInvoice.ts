import { expect } from '@playwright/test';
import { pdfBytes } from './createPage.ts';
import type { DataType, InvoiceType } from './createWords.ts';
import type { Sandbox } from './sandbox.ts';

const typeNames = {
  tax_invoice: ['Tax Invoice'],
  credit_note: ['Credit Note', 'إشعار دائن', 'فاتورة مسترجع'],
};

/** Expects one invoice of this type for the order at Salla with the values of the form; returns its id. */
export async function expectCreated(
  sandbox: Sandbox,
  orderId: number,
  type: InvoiceType,
  dataType: DataType,
  file = pdfBytes,
): Promise<number> {
  const all = await sandbox.invoicesOf(orderId);
  const made = all.filter((invoice) => typeNames[type].includes(invoice.type));
  expect(made).toHaveLength(1);
  const [{ id, invoice_number, url } = { id: 0 }] = made;
  if (dataType === 'data') expect(invoice_number).toBe('INV-2026/001');
  if (dataType === 'url') expect(url).toBe('https://files.example/invoice.pdf');
  if (dataType === 'file') {
    const document = await fetch(url ?? '');
    expect(file.equals(await document.bytes())).toBe(true);
  }
  return id;
}
