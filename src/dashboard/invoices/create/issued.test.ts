import { expect, test } from 'vitest';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { issuedOf, whyNot } from './issued.ts';

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
const having = (...types: InvoiceSummary['type'][]) => issuedOf(types.map(invoice));

test('an order without invoices can get a tax invoice, and nothing that could be corrected', () => {
  expect(whyNot('tax_invoice', having())).toBeNull();
  expect(whyNot('credit_note', having())).toBe('no_tax_invoice');
});

test('an order with its tax invoice can get a credit note', () => {
  expect(whyNot('tax_invoice', having('tax_invoice'))).toBe('has_tax_invoice');
  expect(whyNot('credit_note', having('tax_invoice'))).toBeNull();
});

test('an order with both can get no more', () => {
  const both = having('credit_note', 'tax_invoice');
  expect(whyNot('tax_invoice', both)).toBe('has_tax_invoice');
  expect(whyNot('credit_note', both)).toBe('has_credit_note');
});

test('an invoice of neither type stands in nobody’s way', () => {
  expect(whyNot('tax_invoice', having('other'))).toBeNull();
});

test('where nobody knows what the order has, Salla is asked', () => {
  expect(whyNot('tax_invoice', null)).toBeNull();
  expect(whyNot('credit_note', null)).toBeNull();
});
