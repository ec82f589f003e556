import { describe, expect, it } from 'vitest';
import { Invoice, InvoiceSummary } from '../../contract/invoice.ts';
import { readInvoice, readInvoiceRow } from './readInvoice.ts';

const plainRow = {
  id: 1479538730,
  order_id: 1557892161,
  invoice_number: '1',
  type: 'Tax Invoice',
  date: '2021-12-03',
  payment_method: 'bank',
  total: { amount: '1161.50', currency: 'SAR' },
};
const sar = (amount: number) => ({ amount, currency: 'SAR' });

describe('a list row', () => {
  it.each([
    ['a number as its number', { invoice_number: 17 }, { number: '17' }],
    ['null as its number', { invoice_number: null }, { number: null }],
    ['no number', { invoice_number: undefined }, { number: null }],
    ['ids as text', { id: '4479538730', order_id: '٤٥٥٧' }, { id: 4479538730, orderId: 4557 }],
    ['an id above 2^31', { id: 9_999_999_999 }, { id: 9_999_999_999 }],
    ['no payment method', { payment_method: null }, { paymentMethod: null }],
    ['an object as its type', { type: { name: 'x' } }, { type: 'other', typeLabel: '' }],
    ['an odd date', { date: 'soon' }, { date: null, time: null }],
    ['a list as its total', { total: [] }, { total: null }],
    ['no total', { total: undefined }, { total: null }],
    ['text as its total', { total: 'free' }, { total: null }],
    ['a document', { url: 'https://i.ibb.co/a.pdf' }, { documentUrl: 'https://i.ibb.co/a.pdf' }],
    ['a script as its document', { url: 'javascript:alert(1)' }, { documentUrl: null }],
    ['a data address as its document', { url: 'data:text/html,x' }, { documentUrl: null }],
    ['a file as its document', { url: 'file:///etc/passwd' }, { documentUrl: null }],
    ['a number as its document', { url: 7 }, { documentUrl: null }],
  ])('with %s is read', (_what, change, expected) => {
    const row = readInvoiceRow({ ...plainRow, ...change });
    expect(row).toMatchObject(expected);
    const joined = {
      ...row,
      orderNumber: null,
      customer: null,
      lastDelivery: null,
      createdAt: null,
      createdAt: null,
    };
    expect(InvoiceSummary.safeParse(joined).error).toBeUndefined();
  });

  it.each([
    [null],
    ['text'],
    [[]],
    [{}],
    [{ ...plainRow, id: undefined }],
    [{ ...plainRow, id: 'abc' }],
    [{ ...plainRow, id: 0 }],
    [{ ...plainRow, id: -5 }],
    [{ ...plainRow, id: 1.5 }],
    [{ ...plainRow, order_id: null }],
  ])('without a usable id is none (%j)', (wire) => {
    expect(readInvoiceRow(wire)).toBeNull();
  });
});

describe("an invoice's details", () => {
  const plain = { ...plainRow, items: [{ id: 1, name: 'شاحن', quantity: 1 }] };

  it.each([
    ['sub_total', { sub_total: { amount: '130', currency: 'ر.س' } }, { subTotal: sar(130) }],
    ['subtotal', { subtotal: { amount: 130, currency: 'SAR' } }, { subTotal: sar(130) }],
    ['a discount', { discount: { amount: '5.00', currency: 'SAR' } }, { discount: sar(5) }],
    ['a reference', { invoice_reference_id: 1233 }, { referenceId: '1233' }],
    ['no uuid', { uuid: null }, { uuid: null }],
    ['any text as QR code', { qr_code: 'SAVE20' }, { qrCode: 'SAVE20' }],
    ['a null QR code', { qr_code: null }, { qrCode: null }],
    ['an empty QR code', { qr_code: '' }, { qrCode: null }],
    ['no QR code', {}, { qrCode: null }],
    ['no items', { items: undefined }, { items: [] }],
    ['null items', { items: null }, { items: [] }],
    ['an object as items', { items: { 0: {} } }, { items: [] }],
    ['odd things among items', { items: [null, 'x', { name: 'ب' }] }, { items: [{ name: 'ب' }] }],
    [
      'numbers as text in items',
      { items: [{ id: '16', quantity: '2', sku: 55, name: 'ب' }] },
      { items: [{ id: '16', quantity: 2, sku: '55' }] },
    ],
    ['an item without a name', { items: [{ item_id: 5 }] }, { items: [{ id: '5', name: '' }] }],
  ])('with %s are read', (_what, change, expected) => {
    const invoice = readInvoice({ ...plain, ...change });
    expect(invoice).toMatchObject(expected);
    const joined = {
      ...invoice,
      orderNumber: null,
      customer: null,
      lastDelivery: null,
      createdAt: null,
      deliveries: [],
    };
    expect(Invoice.safeParse(joined).error).toBeUndefined();
  });

  it('are numbers and decimal strings, SAR and ر.س, in one and the same invoice', () => {
    const invoice = readInvoice({
      ...plain,
      sub_total: { amount: 999, currency: 'ر.س' },
      tax: { percent: '15.00', amount: { amount: '149.85', currency: 'SAR' } },
      total: { amount: 1148.85, currency: 'SAR' },
    });
    expect(invoice).toMatchObject({
      subTotal: sar(999),
      tax: { percent: 15, amount: sar(149.85) },
      total: sar(1148.85),
    });
  });

  it('of an invoice made from a url say what little there is', () => {
    expect(
      readInvoice({
        id: 942402683,
        order_id: 389701957,
        type: 'Tax Invoice',
        url: 'https://i.ibb.co/jyqRQfQ/invoice.pdf',
        date: '2022-12-31',
      }),
    ).toMatchObject({ total: null, subTotal: null, tax: null, shipping: null, items: [] });
  });

  it('keep names as they are: markup, mixed direction, emoji, ten thousand characters', () => {
    const names = ['<b>"قهوة" & \u202eeffoc\u202c 🎁</b>', 'ق'.repeat(10_000)];
    const invoice = readInvoice({ ...plain, items: names.map((name) => ({ name })) });
    expect(invoice?.items.map((item) => item.name)).toEqual(names);
  });
});
