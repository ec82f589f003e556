import { describe, expect, it, test } from 'vitest';
import { pdfHeadBytes } from '../../../../contract/createInvoice.ts';
import { type ChosenFile, type CreateFormValues, emptyForm } from '../createForm.ts';
import { createResolver, normalizeInvoiceNumber } from './createResolver.ts';

const options = { fields: {}, shouldUseNativeValidation: false };

async function resolve(values: Partial<CreateFormValues>, currency = 'SAR') {
  const check = createResolver({ orderId: 7, type: 'tax_invoice', currency });
  return check({ ...emptyForm, ...values }, undefined, options);
}

/** The broken rule of each field. */
async function rules(values: Partial<CreateFormValues>, currency = 'SAR') {
  const { errors } = await resolve(values, currency);
  return Object.fromEntries(
    Object.entries(errors).map(([name, error]) => [name, [error?.type, error?.message]]),
  );
}

const amounts: Partial<CreateFormValues> = {
  dataType: 'data',
  invoiceNumber: 'INV-1',
  subTotal: '100.00',
  shippingCost: '٢٣٫٥',
  cashOnDeliveryCost: '0',
  tax: '15',
  taxValue: '18,53',
  total: '142.03',
};

function chosen(text: string, size = text.length): ChosenFile {
  const head = new TextEncoder().encode(text).subarray(0, pdfHeadBytes);
  return { file: new File([text], 'invoice.pdf'), size, head, encrypted: false };
}

describe('the resolved form', () => {
  it('has numbers for typed amounts', async () => {
    expect((await resolve(amounts)).values).toEqual({
      orderId: 7,
      type: 'tax_invoice',
      dataType: 'data',
      invoiceNumber: 'INV-1',
      subTotal: 100,
      shippingCost: 23.5,
      cashOnDeliveryCost: 0,
      tax: 15,
      taxValue: 18.53,
      total: 142.03,
    });
  });

  it('has only the fields of its data type', async () => {
    expect((await resolve({ ...amounts, dataType: 'order', url: 'nonsense' })).values).toEqual({
      orderId: 7,
      type: 'tax_invoice',
      dataType: 'order',
    });
  });

  it('accepts a PDF by its size and first bytes', async () => {
    const file = chosen('%PDF-1.7 and so on');
    expect((await resolve({ dataType: 'file', file })).values).toMatchObject({
      file: { size: 18, head: file.head },
    });
  });
});

describe('errors of the form', () => {
  it('start with a missing data type', async () => {
    expect(await rules({})).toEqual({ dataType: ['rule', 'required'] });
  });

  it('reject a comma before three digits in a currency of three decimals', async () => {
    const typed = { ...amounts, total: '1,000' };
    expect(await rules(typed, 'KWD')).toEqual({ total: ['rule', 'thousands_marks'] });
    expect(await rules(typed)).toEqual({});
  });

  it('name each empty field', async () => {
    expect(Object.keys(await rules({ dataType: 'data' }))).toEqual([
      'invoiceNumber',
      'subTotal',
      'shippingCost',
      'cashOnDeliveryCost',
      'tax',
      'taxValue',
      'total',
    ]);
    expect(await rules({ dataType: 'url' })).toEqual({ url: ['rule', 'required'] });
    expect(await rules({ dataType: 'file' })).toEqual({ file: ['rule', 'required'] });
  });

  it.each([
    ['-1', 'negative'],
    ['1234,500', 'decimals'],
    ['1,00,000', 'not_a_number'],
    ['1e309', 'not_a_number'],
    ['12 USD', 'not_a_number'],
    ['99999999999', 'too_large'],
    ['9'.repeat(400), 'too_large'],
    ['1.005', 'decimals'],
    ['1.000', 'decimals'],
    ['٠٫٠٠١', 'decimals'],
  ])('reject %j as %s', async (text, rule) => {
    expect(await rules({ ...amounts, subTotal: text })).toEqual({ subTotal: ['rule', rule] });
  });

  it('allow three decimals if the currency has them', async () => {
    expect(await rules({ ...amounts, subTotal: '1.005' }, 'KWD')).toEqual({});
    expect(await rules({ ...amounts, subTotal: '1.0005' }, 'KWD')).toEqual({
      subTotal: ['rule', 'decimals'],
    });
  });

  it('reject a percent above 100 and allow two decimals in any currency', async () => {
    expect(await rules({ ...amounts, tax: '101' })).toEqual({ tax: ['rule', 'too_large'] });
    expect(await rules({ ...amounts, tax: '5.125' }, 'KWD')).toEqual({ tax: ['rule', 'decimals'] });
    expect(await rules({ ...amounts, tax: '0', subTotal: '1', taxValue: '0' })).toEqual({});
  });

  it('allow only https URLs that end in .pdf', async () => {
    const url = (text: string) => rules({ dataType: 'url', url: text });
    expect(await url(' https://example.com/A.pdf ')).toEqual({});
    expect(await url('https://example.com/A.PDF')).toEqual({ url: ['rule', 'pdf_capitals'] });
    expect(await url('javascript:alert(1)//.pdf')).toEqual({ url: ['rule', 'not_https'] });
    expect(await url('http://example.com/a.pdf')).toEqual({ url: ['rule', 'not_https'] });
    expect(await url('https://example.com/a.pdf?x=1')).toEqual({ url: ['rule', 'pdf_ending'] });
  });

  it.each([
    ['', undefined, 'empty_file'],
    ['<html>', undefined, 'not_pdf'],
    ['%PDF-1.7', 60 * 1024 * 1024, 'file_too_large'],
  ])('report one error for a file that starts with %j', async (text, size, rule) => {
    const file = chosen(text, size);
    expect(await rules({ dataType: 'file', file })).toEqual({ file: ['rule', rule] });
  });
});

test.each([
  [' INV-١٢٣ ', 'INV-123'],
  ['\u200FINV\u20132026\u2014001\u202C', 'INV-2026-001'],
  ['فاتورة ۷', 'فاتورة 7'],
  ['INV-2026/001', 'INV-2026/001'],
])('the invoice number %j becomes %s', (typed, number) => {
  expect(normalizeInvoiceNumber(typed)).toBe(number);
});
