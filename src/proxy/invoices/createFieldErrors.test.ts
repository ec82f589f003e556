import { describe, expect, it } from 'vitest';
import {
  type CreateRule,
  createInvoiceIn,
  maximumAmount,
  maximumPdfBytes,
} from '../../contract/createInvoice.ts';
import { fieldText } from '../http/fieldErrors.ts';
import { createFieldsOf } from './createFieldErrors.ts';

const order = { orderId: 1, type: 'tax_invoice' };
const data = {
  ...order,
  dataType: 'data',
  invoiceNumber: 'INV-1',
  subTotal: 1,
  shippingCost: 0,
  cashOnDeliveryCost: 0,
  tax: 15,
  taxValue: 0.15,
  total: 1.15,
};
const address = (url: unknown) => ({ ...order, dataType: 'url', url });
const fileOf = (size: number, text = '%PDF-1.7') => ({
  ...order,
  dataType: 'file',
  file: { size, head: Buffer.from(text) },
});

/** For each rule bodies that break it, the field, and what the English words tell of what is right. */
const broken: Record<CreateRule, readonly [body: unknown, field: string, right: string][]> = {
  required: [
    [{}, 'orderId', '1557892161'],
    [{}, 'type', 'tax_invoice, credit_note'],
    [{}, 'dataType', 'order, data, url, file'],
    [{ ...data, invoiceNumber: ' ' }, 'invoiceNumber', 'INV-2026/001'],
    [{ ...data, shippingCost: null }, 'shippingCost', 'Write 0'],
    [{ ...data, tax: undefined }, 'tax', 'Write 0'],
    [address(''), 'url', 'https://'],
    [{ ...order, dataType: 'file' }, 'file', 'multipart/form-data'],
  ],
  wrong_type: [
    [{ ...data, orderId: '7' }, 'orderId', 'whole number'],
    [{ ...data, orderId: 1.5 }, 'orderId', 'whole number'],
    [{ ...data, type: 'invoice' }, 'type', 'tax_invoice, credit_note'],
    [{ ...data, dataType: 'pdf' }, 'dataType', 'order, data, url, file'],
    [{ ...data, invoiceNumber: 7 }, 'invoiceNumber', 'text'],
    [address(7), 'url', 'text'],
    [[], 'body', 'type'],
  ],
  not_a_number: [
    [{ ...data, total: 'abc' }, 'total', '1234.50'],
    [{ ...data, tax: true }, 'tax', '1234.50'],
    [{ ...data, total: '150.08' }, 'total', 'without quotes'],
  ],
  thousands_marks: [[{ ...data, total: '1,000.50' }, 'total', '1234.50, not 1,234.50']],
  negative: [[{ ...data, subTotal: -0.01 }, 'subTotal', 'below 0']],
  too_large: [
    [{ ...data, total: maximumAmount + 1 }, 'total', '9,999,999,999'],
    [{ ...data, total: Number.POSITIVE_INFINITY }, 'total', '9,999,999,999'],
    [{ ...data, tax: 100.5 }, 'tax', 'at most 100.'],
  ],
  too_long: [
    [{ ...data, invoiceNumber: 'x'.repeat(51) }, 'invoiceNumber', 'at most 50'],
    [address(`https://a.sa/${'x'.repeat(2000)}.pdf`), 'url', 'at most 2000'],
  ],
  decimals: [
    [{ ...data, total: 1.155 }, 'total', 'at most 2'],
    [{ ...data, tax: 15.125 }, 'tax', 'at most 2'],
  ],
  number_shape: [[{ ...data, invoiceNumber: '<b>1</b>' }, 'invoiceNumber', 'INV-2026/001']],
  not_https: [
    [address('javascript:alert(1)//.pdf'), 'url', 'https://'],
    [address('http://a.sa/1.pdf'), 'url', 'https://'],
    [address('1.pdf'), 'url', 'https://'],
  ],
  pdf_ending: [[address('https://a.sa/1.pdf?download=1'), 'url', 'end in .pdf']],
  pdf_capitals: [
    [address('https://shop.example/inv/9.PDF'), 'url', 'small letters'],
    [address('https://shop.example/inv/9.Pdf'), 'url', 'small letters'],
  ],
  empty_file: [[fileOf(0, ''), 'file', 'has content']],
  file_too_large: [[fileOf(maximumPdfBytes + 1), 'file', '10 MB']],
  not_pdf: [[fileOf(100, '<!doctype html>'), 'file', 'Send a PDF']],
};

const cases = Object.entries(broken).flatMap(([rule, bodies]) =>
  bodies.map(([body, field, right]) => ({ rule, field, body, right })),
);

describe('a field that the contract refuses', () => {
  it.each(cases)('($rule, $field) is told what is right', ({ body, field, right }) => {
    const { error } = createInvoiceIn(2).safeParse(body);
    const fields = error === undefined ? {} : createFieldsOf(error);
    const texts = fields[field] ?? [];
    expect(texts).toHaveLength(1);
    for (const text of texts) {
      expect(fieldText(text, 'en')).toContain(right);
      expect(fieldText(text, 'en')).not.toMatch(/[\u0600-\u06ff]|\{0\}|undefined/);
      expect(fieldText(text, 'ar')).toMatch(/[\u0600-\u06ff]/);
      expect(fieldText(text, 'ar')).not.toMatch(/\{0\}|undefined/);
    }
  });

  it('is all that is named', () => {
    const { error } = createInvoiceIn(2).safeParse({ ...data, total: -1, taxValue: 'x' });
    expect(Object.keys(error === undefined ? {} : createFieldsOf(error)).sort()).toEqual([
      'taxValue',
      'total',
    ]);
  });
});
