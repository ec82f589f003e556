import { expect, test } from 'vitest';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { findUnavailableReason, toExistingInvoices } from './existingInvoices.ts';

const invoice = (type: InvoiceSummary['type']): InvoiceSummary => ({
  id: 1,
  orderId: 2,
  orderNumber: null,
  number: null,
  type,
  typeLabel: '',
  date: null,
  time: null,
  total: null,
  paymentMethod: null,
  documentUrl: null,
  customer: null,
  lastDelivery: null,
  createdAt: null,
});
const having = (...types: InvoiceSummary['type'][]) => toExistingInvoices(types.map(invoice));

test('an order without invoices accepts a tax invoice but no credit note', () => {
  expect(findUnavailableReason('tax_invoice', having())).toBeNull();
  expect(findUnavailableReason('credit_note', having())).toBe('no_tax_invoice');
});

test('an order with a tax invoice accepts a credit note', () => {
  expect(findUnavailableReason('tax_invoice', having('tax_invoice'))).toBe('has_tax_invoice');
  expect(findUnavailableReason('credit_note', having('tax_invoice'))).toBeNull();
});

test('an order with both accepts neither', () => {
  const both = having('credit_note', 'tax_invoice');
  expect(findUnavailableReason('tax_invoice', both)).toBe('has_tax_invoice');
  expect(findUnavailableReason('credit_note', both)).toBe('has_credit_note');
});

test('an invoice of type other blocks neither', () => {
  expect(findUnavailableReason('tax_invoice', having('other'))).toBeNull();
});

test('neither is blocked while the order’s invoices are unknown', () => {
  expect(findUnavailableReason('tax_invoice', null)).toBeNull();
  expect(findUnavailableReason('credit_note', null)).toBeNull();
});
