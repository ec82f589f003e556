import { describe, expect, it } from 'vitest';
import { Order } from '../../../contract/order.ts';
import { parseOrder, parseOrderRow } from './parseOrder.ts';

const plain = {
  id: 1152394206,
  reference_id: 41027662,
  date: { date: '2022-06-16 14:48:20.000000', timezone: 'Asia/Riyadh' },
  total: { amount: 153, currency: 'SAR' },
  status: { id: 1, name: 'تم التنفيذ', slug: 'completed' },
};
const customer = {
  first_name: 'نورة',
  last_name: 'العتيبي',
  mobile: 501234567,
  mobile_code: '+966',
  email: 'noura@example.com',
};
const leftOut = { name: undefined, email: undefined, mobile: undefined };
const nobody = { name: null, email: null, mobile: null };

describe('an order', () => {
  it('says its number, when it was placed, what it comes to and whose it is', () => {
    expect(parseOrderRow({ ...plain, customer })).toEqual({
      id: 1152394206,
      number: 41027662,
      date: '2022-06-16',
      time: '14:48:20',
      total: { amount: 153, currency: 'SAR' },
      status: 'تم التنفيذ',
      customer: {
        name: 'نورة العتيبي',
        email: 'noura@example.com',
        mobile: '+966501234567',
      },
    });
  });

  it.each([
    ['no customer', undefined],
    ['a null customer', null],
    ['an empty customer', {}],
    ['a list as customer', []],
    ['text as customer', 'noura'],
  ])('with %s in a row says nothing of the customer', (_what, wire) => {
    expect(parseOrderRow({ ...plain, customer: wire })?.customer).toEqual(leftOut);
  });

  it.each([
    ['a null customer', null],
    ['an empty customer', {}],
    ['a list as customer', []],
    ['blanks', { first_name: ' ', email: '', mobile: '' }],
  ])('with %s in the details has none', (_what, wire) => {
    expect(parseOrder({ ...plain, customer: wire })?.customer).toEqual(nobody);
  });

  it('without a customer in the details says nothing of the customer', () => {
    expect(parseOrder(plain)?.customer).toEqual(leftOut);
  });

  it.each([
    [{ email: null }, { ...leftOut, email: null }],
    [{ last_name: '' }, { ...leftOut, name: null }],
    [{ name: 'نورة' }, { ...leftOut, name: 'نورة' }],
    [{ mobile: '' }, { ...leftOut, mobile: null }],
    [{ full_name: 'نورة العتيبي' }, { ...leftOut, name: 'نورة العتيبي' }],
    [{ email: '\u200e noura@example.com\u200f' }, { ...leftOut, email: 'noura@example.com' }],
    [{ email: '\u200e' }, { ...leftOut, email: null }],
  ])('with the customer %j says no more than that', (wire, expected) => {
    expect(parseOrderRow({ ...plain, customer: wire })?.customer).toEqual(expected);
    expect(parseOrder({ ...plain, customer: wire })?.customer).toEqual(expected);
  });

  it.each([
    [{ mobile: '0501234567', mobile_code: '+966' }, '+966501234567'],
    [{ mobile: '966501234567', mobile_code: '966' }, '+966501234567'],
    [{ mobile: '+966 50 123 4567', mobile_code: '+966' }, '+966501234567'],
    [{ mobile: '٥٠١٢٣٤٥٦٧', mobile_code: '+966' }, '+966501234567'],
    [{ mobile: 501234567 }, '501234567'],
    [{ mobile: 9198765432, mobile_code: '+91' }, '+919198765432'],
    [{ mobile: '9115192229', mobile_code: '+91' }, '+919115192229'],
    [{ mobile: '919115192229', mobile_code: '+91' }, '+919115192229'],
    [{ mobile: '3912345678', mobile_code: '+39' }, '+393912345678'],
    [{ mobile: '\u202d+966551112233\u202c', mobile_code: '+966' }, '+966551112233'],
    [{ mobile: '\u200e+966 55 111 2233', mobile_code: '+966' }, '+966551112233'],
    [{ mobile: '\u2066٠٥٥١١١٢٢٣٣\u2069', mobile_code: '+966' }, '+966551112233'],
    [{ mobile: '00966551112233', mobile_code: '+966' }, '+966551112233'],
    [{ mobile: '00966551112233' }, '+966551112233'],
    [{ mobile: '966551112233' }, '+966551112233'],
    [{ mobile: '+9660551112233', mobile_code: '+966' }, '+966551112233'],
    [{ mobile: '966966551112233', mobile_code: '966' }, '+966551112233'],
    [{ mobile: '0966551112233', mobile_code: 966 }, '+966551112233'],
    [{ mobile: '551112233', mobile_code: '\u200e+966' }, '+966551112233'],
    [{ mobile: '551112233', mobile_code: '00966' }, '+966551112233'],
    [{ mobile: '+971501234567', mobile_code: '+966' }, '+971501234567'],
    [{ mobile: '00971501234567', mobile_code: '+966' }, '+971501234567'],
    [{ mobile: '(055) 111-22.33', mobile_code: '+966' }, '+966551112233'],
    [{ mobile: '0612345678', mobile_code: '+39' }, '+390612345678'],
    // Nobody knows this country's plan: as it is dialled at home, unless that would be too long.
    [{ mobile: '21234567', mobile_code: '+500' }, '+50021234567'],
    [{ mobile: '50012345', mobile_code: '+500' }, '+50050012345'],
    [{ mobile: '500123456789', mobile_code: '+500' }, '+500123456789'],
    // A landline, and a number that lacks a digit: Saudi mobiles begin with 5.
    [{ mobile: '966112345678', mobile_code: '+966' }, '+966112345678'],
    [{ mobile: '96655111223', mobile_code: '+966' }, '+96655111223'],
    [{ mobile: '0112345678', mobile_code: '+966' }, '+966112345678'],
    [{ mobile: '0492112345', mobile_code: '+49' }, '+49492112345'],
    [{ mobile: '96522412345', mobile_code: '+965' }, '+96522412345'],
    [{ mobile: '+966', mobile_code: '+966' }, null],
    [{ mobile: '0', mobile_code: '+966' }, null],
    [{ mobile: 'لا يوجد', mobile_code: '+966' }, 'لا يوجد'],
    [{ mobile: '0551112233 / 0551112234', mobile_code: '+966' }, '0551112233 / 0551112234'],
    [{ mobile: null, mobile_code: '+966', first_name: 'نورة' }, null],
  ])('reads the mobile of %j', (wire, mobile) => {
    expect(parseOrderRow({ ...plain, customer: wire })?.customer?.mobile ?? null).toBe(mobile);
  });

  it.each([[{ id: null }], [{ id: 'x' }], [{ id: undefined }]])('with %j is none', (change) => {
    expect(parseOrderRow({ ...plain, ...change })).toBeNull();
  });

  it.each([
    [{ reference_id: '41027662' }, { number: 41027662 }],
    [{ reference_id: null }, { number: null }],
    [{ status: [] }, { status: null }],
    [
      { status: { name: 'x', customized: { id: 1, name: 'جاهز للشحن' } } },
      { status: 'جاهز للشحن' },
    ],
    [{ status: { name: 'x', customized: { id: 1, name: '' } } }, { status: 'x' }],
    [{ status: { name: 'x', customized: [] } }, { status: 'x' }],
    [{ total: { amount: 5 }, currency: 'KWD' }, { total: { amount: 5, currency: 'KWD' } }],
    [{ total: { amount: 5 } }, { total: null }],
    [
      { status: 'x', date: 7, total: null },
      { status: null, date: null, total: null },
    ],
  ])('with %j is read', (change, expected) => {
    expect(parseOrderRow({ ...plain, ...change })).toMatchObject(expected);
  });

  it("has its amounts, its items counted, and the address of its page in Salla's dashboard", () => {
    const money = (amount: number | string) => ({ amount, currency: 'ر.س' });
    const order = parseOrder({
      ...plain,
      customer,
      total: undefined,
      urls: { admin: 'https://s.salla.sa/orders/order/1' },
      items: [{ name: 'عباية', quantity: 2 }, 'odd'],
      amounts: {
        sub_total: money('130.00'),
        shipping_cost: money(23),
        cash_on_delivery: { ...money(12), taxable: false },
        tax: { percent: '15.00', amount: money('22.95') },
        total: money(175.95),
      },
    });
    const sar = (amount: number) => ({ amount, currency: 'SAR' });
    expect(order).toMatchObject({
      total: sar(175.95),
      itemCount: 2,
      adminUrl: 'https://s.salla.sa/orders/order/1',
      amounts: {
        subTotal: sar(130),
        shipping: { ...sar(23), taxable: true },
        cashOnDelivery: { ...sar(12), taxable: false },
        tax: { percent: 15, amount: sar(22.95) },
        total: sar(175.95),
      },
    });
    expect(Order.safeParse(order).success).toBe(true);
  });

  const ofAmounts = (amounts: unknown, more = {}) =>
    parseOrder({ ...plain, amounts, total: undefined, ...more })?.amounts;
  const sar = (amount: number) => ({ amount, currency: 'SAR' });

  it.each([
    ['in text', [{ discount: '20.00', discounted_shipping: '0.00' }], 20, 0],
    ['as numbers', [{ discount: 20, discounted_shipping: 30 }], 20, 30],
    ['as money', [{ discount: { amount: '20.00', currency: 'ر.س' } }], 20, null],
    ['as money without a currency', [{ discounted_shipping: { amount: 30 } }], null, 30],
    ['of several', [{ discount: '20.10', discounted_shipping: '0' }, { discount: 0.2 }], 20.3, 0],
    ['keyed as PHP does', { 0: { discount: '20' }, 2: { discounted_shipping: 30 } }, 20, 30],
    ['below zero', [{ discount: '-20.00' }], 20, null],
    ['in percent', [{ discount: '10%', discounted_shipping: '100%' }], 40, 30],
    ['in words', [{ discount: 'free', discounted_shipping: null }, 'x', null], null, null],
    ['none', [], null, null],
    ['left out', undefined, null, null],
    ['an object', { discount: 5 }, null, null],
  ])('has what is taken off it, %s', (_how, discounts, goods, shipping) => {
    const amounts = { sub_total: { amount: 400 }, shipping_cost: { amount: 30 }, discounts };
    const money = (amount: number | null) => (amount === null ? null : sar(amount));
    expect(ofAmounts(amounts, { currency: 'SAR' })).toMatchObject({
      discount: money(goods),
      shippingDiscount: money(shipping),
    });
  });

  it('has amounts without a currency in its own, or in that of another amount', () => {
    const amounts = {
      sub_total: { amount: '130.00' },
      shipping_cost: 23,
      cash_on_delivery: { amount: 12, taxable: false },
      tax: { percent: '15.00', amount: { amount: 22.95 } },
      total: { amount: 175.95, currency: 'ر.س' },
    };
    const expected = {
      subTotal: sar(130),
      shipping: { ...sar(23), taxable: true },
      cashOnDelivery: { ...sar(12), taxable: false },
      tax: { percent: 15, amount: sar(22.95) },
      total: sar(175.95),
    };
    expect(ofAmounts(amounts)).toMatchObject(expected);
    const unnamed = { ...amounts, total: { amount: 175.95 } };
    expect(ofAmounts(unnamed, { currency: 'SAR' })).toMatchObject(expected);
    expect(ofAmounts(unnamed)).toMatchObject({ subTotal: null, total: null });
  });

  it.each([
    ['/orders/order/QQwwEErrTTyy', 'https://s.salla.sa/orders/order/QQwwEErrTTyy'],
    ['orders/order/QQwwEErrTTyy', 'https://s.salla.sa/orders/order/QQwwEErrTTyy'],
    ['s.salla.sa/orders/order/1', 'https://s.salla.sa/orders/order/1'],
    ['//s.salla.sa/orders/order/1', 'https://s.salla.sa/orders/order/1'],
    [' https://s.salla.sa/orders/order/1 ', 'https://s.salla.sa/orders/order/1'],
    ['//evil.example/orders/order/1', null],
    ['/\\evil.example/orders', null],
    ['\\\\evil.example/orders', null],
    ['javascript:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['data:text/html,x', null],
    ['', null],
    [7, null],
    [null, null],
  ])('of the address %j opens %j', (admin, adminUrl) => {
    expect(parseOrder({ ...plain, urls: { admin } })?.adminUrl).toBe(adminUrl);
  });

  it.each([
    [{ 0: { name: 'أ' }, 2: { name: 'ب' } }, 2],
    [[], 0],
    [null, null],
  ])('of the items %j counts %j', (items, itemCount) => {
    expect(parseOrder({ ...plain, items })?.itemCount).toBe(itemCount);
  });

  it('without amounts has none', () => {
    expect(parseOrder({ ...plain, urls: { admin: 'javascript:alert(1)' } })).toMatchObject({
      itemCount: null,
      adminUrl: null,
      amounts: { subTotal: null, tax: null, total: { amount: 153, currency: 'SAR' } },
    });
  });
});
