import { describe, expect, it } from 'vitest';
import { Order } from '../../contract/order.ts';
import { readOrder, readOrderRow } from './readOrder.ts';

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
    expect(readOrderRow({ ...plain, customer })).toEqual({
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
    expect(readOrderRow({ ...plain, customer: wire })?.customer).toEqual(leftOut);
  });

  it.each([
    ['a null customer', null],
    ['an empty customer', {}],
    ['a list as customer', []],
    ['blanks', { first_name: ' ', email: '', mobile: '' }],
  ])('with %s in the details has none', (_what, wire) => {
    expect(readOrder({ ...plain, customer: wire })?.customer).toEqual(nobody);
  });

  it('without a customer in the details says nothing of the customer', () => {
    expect(readOrder(plain)?.customer).toEqual(leftOut);
  });

  it.each([
    [{ email: null }, { ...leftOut, email: null }],
    [{ last_name: '' }, { ...leftOut, name: null }],
    [{ name: 'نورة' }, { ...leftOut, name: 'نورة' }],
    [{ mobile: '' }, { ...leftOut, mobile: null }],
  ])('with the customer %j says no more than that', (wire, expected) => {
    expect(readOrderRow({ ...plain, customer: wire })?.customer).toEqual(expected);
    expect(readOrder({ ...plain, customer: wire })?.customer).toEqual(expected);
  });

  it.each([
    [{ mobile: '0501234567', mobile_code: '+966' }, '+966501234567'],
    [{ mobile: '966501234567', mobile_code: '966' }, '+966501234567'],
    [{ mobile: '+966 50 123 4567', mobile_code: '+966' }, '+966501234567'],
    [{ mobile: '٥٠١٢٣٤٥٦٧', mobile_code: '+966' }, '+966501234567'],
    [{ mobile: 501234567 }, '501234567'],
    [{ mobile: null, mobile_code: '+966', first_name: 'نورة' }, null],
  ])('reads the mobile of %j', (wire, mobile) => {
    expect(readOrderRow({ ...plain, customer: wire })?.customer?.mobile ?? null).toBe(mobile);
  });

  it.each([[{ id: null }], [{ id: 'x' }], [{ id: undefined }]])('with %j is none', (change) => {
    expect(readOrderRow({ ...plain, ...change })).toBeNull();
  });

  it.each([
    [{ reference_id: '41027662' }, { number: 41027662 }],
    [{ reference_id: null }, { number: null }],
    [
      { status: 'x', date: 7, total: null },
      { status: null, date: null, total: null },
    ],
  ])('with %j is read', (change, expected) => {
    expect(readOrderRow({ ...plain, ...change })).toMatchObject(expected);
  });

  it("has its amounts, its items counted, and the address of its page in Salla's dashboard", () => {
    const money = (amount: number | string) => ({ amount, currency: 'ر.س' });
    const order = readOrder({
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

  it('without amounts has none', () => {
    expect(readOrder({ ...plain, urls: { admin: 'javascript:alert(1)' } })).toMatchObject({
      itemCount: null,
      adminUrl: null,
      amounts: { subTotal: null, tax: null, total: { amount: 153, currency: 'SAR' } },
    });
  });
});
