import { describe, expect, it } from 'vitest';
import { Invoice, InvoiceSummary } from '../../../contract/invoice.ts';
import { parseInvoice, parseInvoiceRow } from './parseInvoice.ts';

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
    ['a list as its date', { date: [] }, { date: null, time: null }],
    [
      'a date that PHP wrote',
      { date: { date: '2026-10-05 00:00:00.000000', timezone_type: 1, timezone: '+00:00' } },
      { date: '2026-10-05', time: '03:00:00' },
    ],
    [
      'the currency beside another amount',
      { total: { amount: 7 }, sub_total: { amount: 6, currency: 'ر.س' } },
      { total: sar(7) },
    ],
    ['its own currency', { total: '7.00', currency: 'SAR' }, { total: sar(7) }],
    ['no currency at all', { total: { amount: 7 } }, { total: null }],
    ['a list as its total', { total: [] }, { total: null }],
    ['no total', { total: undefined }, { total: null }],
    ['text as its total', { total: 'free' }, { total: null }],
    ['a document', { url: 'https://i.ibb.co/a.pdf' }, { documentUrl: 'https://i.ibb.co/a.pdf' }],
    ['a script as its document', { url: 'javascript:alert(1)' }, { documentUrl: null }],
    ['a data address as its document', { url: 'data:text/html,x' }, { documentUrl: null }],
    ['a file as its document', { url: 'file:///etc/passwd' }, { documentUrl: null }],
    ['a number as its document', { url: 7 }, { documentUrl: null }],
  ])('with %s is read', (_what, change, expected) => {
    const row = parseInvoiceRow({ ...plainRow, ...change });
    expect(row).toMatchObject(expected);
    const joined = {
      ...row,
      orderNumber: null,
      customer: null,
      lastDelivery: null,
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
    expect(parseInvoiceRow(wire)).toBeNull();
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
    ['an object as items', { items: { name: 'ب' } }, { items: [] }],
    ['an empty object as items', { items: {} }, { items: [] }],
    [
      'items that PHP took some out of',
      { items: { 0: { name: 'أ' }, 2: { name: 'ب' }, 10: null } },
      { items: [{ name: 'أ' }, { name: 'ب' }] },
    ],
    [
      'free shipping',
      { shipping_cost_discount: { amount: '30.00', currency: 'SAR' } },
      { shippingDiscount: sar(30) },
    ],
    ['no free shipping', {}, { shippingDiscount: null }],
    ['a discount as a bare number', { discount: 5 }, { discount: sar(5) }],
    ['a discount below zero', { discount: { amount: -5 } }, { discount: sar(5) }],
    [
      'amounts without a currency',
      {
        sub_total: { amount: 130 },
        cod_cost: { amount: '12.00', currency: '' },
        shipping_cost: { amount: 23, currency: null, taxable: false },
        tax: { percent: 15, amount: { amount: 19.5 } },
        items: [{ name: 'أ', price: { amount: 130 }, total: '149.50' }],
      },
      {
        subTotal: sar(130),
        cashOnDelivery: { ...sar(12), taxable: true },
        shipping: { ...sar(23), taxable: false },
        tax: { percent: 15, amount: sar(19.5) },
        items: [{ price: sar(130), total: sar(149.5) }],
      },
    ],
    [
      'a currency of its own',
      { currency: 'KWD', total: { amount: 1.5 }, sub_total: 1.25 },
      { total: { amount: 1.5, currency: 'KWD' }, subTotal: { amount: 1.25, currency: 'KWD' } },
    ],
    [
      'a currency beside one of its items alone',
      {
        total: { amount: 1.5 },
        items: { 3: { name: 'أ', price: { amount: 1.25, currency: 'د.ك' } } },
      },
      { total: { amount: 1.5, currency: 'KWD' } },
    ],
    [
      'an amount in a currency that nobody knows',
      { sub_total: { amount: 1, currency: '???' } },
      { subTotal: null },
    ],
    [
      'a date that PHP wrote',
      {
        date: { date: '2026-10-05 22:14:48.000000', timezone_type: 3, timezone: 'Asia/Riyadh' },
      },
      { date: '2026-10-05', time: '22:14:48' },
    ],
    [
      'a date of another zone',
      { date: { date: '2026-10-05 22:14:48.000000', timezone_type: 3, timezone: 'Africa/Cairo' } },
      { date: '2026-10-05', time: '22:14:48' },
    ],
    ['odd things among items', { items: [null, 'x', { name: 'ب' }] }, { items: [{ name: 'ب' }] }],
    [
      'numbers as text in items',
      { items: [{ id: '16', quantity: '2', sku: 55, name: 'ب' }] },
      { items: [{ id: '16', quantity: 2, sku: '55' }] },
    ],
    ['an item without a name', { items: [{ item_id: 5 }] }, { items: [{ id: '5', name: '' }] }],
  ])('with %s are read', (_what, change, expected) => {
    const invoice = parseInvoice({ ...plain, ...change });
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
    const invoice = parseInvoice({
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
      parseInvoice({
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
    const invoice = parseInvoice({ ...plain, items: names.map((name) => ({ name })) });
    expect(invoice?.items.map((item) => item.name)).toEqual(names);
  });
});
