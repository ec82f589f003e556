import { expect, it } from 'vitest';
import { parseInvoiceType } from './parseInvoiceType.ts';

it.each([
  ['Tax Invoice', 'tax_invoice'],
  ['tax_invoice', 'tax_invoice'],
  ['Simplified Tax Invoice', 'tax_invoice'],
  ['فاتورة ضريبية', 'tax_invoice'],
  ['فاتورة ضريبية مبسطة', 'tax_invoice'],
  ['فاتورة  ضريبيّة', 'tax_invoice'],
  ['Credit Note', 'credit_note'],
  ['credit_note', 'credit_note'],
  ['CREDIT NOTE', 'credit_note'],
  ['Tax Credit Note', 'credit_note'],
  ['إشعار دائن', 'credit_note'],
  ['إشعار دائن ضريبي', 'credit_note'],
  ['اشعار دائن', 'credit_note'],
  ['فاتورة مسترجع', 'credit_note'],
  ['فاتورة مسترجعة', 'credit_note'],
  ['Proforma', 'other'],
  ['إشعار مدين', 'other'],
])('"%s" is a %s, and keeps its label', (label, type) => {
  expect(parseInvoiceType(label)).toEqual({ type, typeLabel: label });
});

it.each([[undefined], [null], [''], [7]])('a type of %s is other', (wire) => {
  expect(parseInvoiceType(wire)).toEqual({ type: 'other', typeLabel: '' });
});
