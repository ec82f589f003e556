import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Invoice } from '../../../../../contract/invoice.ts';
import type { Order } from '../../../../../contract/order.ts';
import { parseAmounts } from './amountFields.ts';
import { findExpectedAmounts } from './expectedAmounts.ts';
import { prefill, toPrefill } from './prefill.ts';

const sar = (amount: number) => ({ amount, currency: 'SAR' });
const charge = (amount: number, taxable = true) => ({ ...sar(amount), taxable });

function orderWith(amounts: Partial<Order['amounts']> = {}): Order {
  const total = amounts.total === undefined ? sar(187.45) : amounts.total;
  return {
    id: 7,
    number: 1001,
    date: '2026-11-20',
    time: null,
    total,
    status: null,
    customer: null,
    itemCount: 2,
    adminUrl: null,
    amounts: {
      subTotal: sar(130),
      shipping: charge(23),
      cashOnDelivery: charge(10),
      discount: null,
      shippingDiscount: null,
      tax: { percent: 15, amount: sar(24.45) },
      ...amounts,
      total,
    },
  };
}

function taxInvoice(over: Partial<Invoice> = {}): Invoice {
  return {
    id: 9,
    orderId: 7,
    orderNumber: 1001,
    number: 'INV-1',
    type: 'tax_invoice',
    typeLabel: 'Tax Invoice',
    date: '2026-11-20',
    time: null,
    total: sar(149.5),
    paymentMethod: null,
    documentUrl: null,
    customer: null,
    lastDelivery: null,
    createdAt: null,
    uuid: null,
    referenceId: null,
    qrCode: null,
    subTotal: sar(120),
    shipping: charge(20),
    cashOnDelivery: charge(0),
    discount: sar(10),
    shippingDiscount: null,
    tax: { percent: 15, amount: sar(19.5) },
    items: [],
    deliveries: [],
    ...over,
  };
}

describe('the prefilled amounts', () => {
  it('are the order’s, in western digits with its currency’s decimals', () => {
    expect(prefill(orderWith(), null)).toEqual({
      subTotal: '130.00',
      shippingCost: '23.00',
      cashOnDeliveryCost: '10.00',
      tax: '15',
      taxValue: '24.45',
      total: '187.45',
    });
    const dinars = { amount: 1.5, currency: 'KWD' };
    expect(prefill(orderWith({ subTotal: dinars, total: dinars }), null)).toMatchObject({
      subTotal: '1.500',
      total: '1.500',
    });
  });

  it('omit unknown amounts and other currencies', () => {
    expect(prefill(orderWith({ shipping: null, tax: null }), null)).toEqual({
      subTotal: '130.00',
      cashOnDeliveryCost: '10.00',
      total: '187.45',
    });
    const dollars = { amount: 5, currency: 'USD', taxable: true };
    expect(prefill(orderWith({ shipping: dollars }), null)).not.toHaveProperty('shippingCost');
  });

  it('are the corrected tax invoice’s, less its discount', () => {
    expect(toPrefill(orderWith(), taxInvoice())).toEqual({
      from: 'invoice',
      deductions: { goods: sar(10), shipping: null },
      texts: {
        subTotal: '110.00',
        shippingCost: '20.00',
        cashOnDeliveryCost: '0.00',
        tax: '15',
        taxValue: '19.50',
        total: '149.50',
      },
    });
  });

  it('are the order’s if the tax invoice is a PDF', () => {
    const document = taxInvoice({ subTotal: null, total: null, tax: null });
    expect(toPrefill(orderWith(), document)).toMatchObject({
      from: 'order',
      texts: { total: '187.45' },
    });
  });

  it('subtract no discount twice', () => {
    const net = taxInvoice({ subTotal: sar(110) });
    expect(toPrefill(orderWith(), net)).toMatchObject({
      deductions: { goods: null, shipping: null },
      texts: { subTotal: '110.00' },
    });
  });
});

describe('a discount named by Salla', () => {
  const of = (over: Partial<Order['amounts']>) =>
    orderWith({ subTotal: sar(400), shipping: charge(30), cashOnDelivery: charge(0), ...over });
  const free = { tax: { percent: 15, amount: sar(60) }, total: sar(460) };
  const both = { tax: { percent: 15, amount: sar(57) }, total: sar(437) };

  it.each([
    ['free shipping', { ...free, discount: sar(0), shippingDiscount: sar(30) }],
    ['free shipping, its VAT named with it', { ...free, shippingDiscount: sar(34.5) }],
    ['more than the shipping', { ...free, shippingDiscount: sar(50) }],
  ])('is subtracted from shipping, not from the goods: %s', (_what, amounts) => {
    expect(toPrefill(of(amounts), null)).toMatchObject({
      deductions: { goods: null, shipping: sar(30) },
      texts: { subTotal: '400.00', shippingCost: '0.00', taxValue: '60.00', total: '460.00' },
    });
  });

  it.each([
    ['as they are', { discount: sar(20), shippingDiscount: sar(30) }],
    ['with their VAT', { discount: sar(23), shippingDiscount: sar(34.5) }],
    ['the shipping’s alone', { discount: null, shippingDiscount: sar(30) }],
  ])('is subtracted from both: %s', (_what, named) => {
    expect(toPrefill(of({ ...both, ...named }), null)).toMatchObject({
      deductions: { goods: sar(20), shipping: sar(30) },
      texts: { subTotal: '380.00', shippingCost: '0.00', taxValue: '57.00', total: '437.00' },
    });
  });

  it.each([
    ['the subtotal', { discount: sar(25), shippingDiscount: sar(0), shipping: charge(20) }],
    ['the subtotal and the shipping', { discount: sar(25), shippingDiscount: sar(10) }],
  ])('is not subtracted again if %s already has it', (_what, named) => {
    const amounts = { shipping: charge(20), tax: { percent: 15, amount: sar(63) } };
    expect(toPrefill(of({ ...amounts, total: sar(483), ...named }), null)).toMatchObject({
      deductions: { goods: null, shipping: null },
      texts: { subTotal: '400.00', shippingCost: '20.00', taxValue: '63.00', total: '483.00' },
    });
  });

  it('is subtracted from shipping only if the subtotal already has the other', () => {
    const named = { discount: sar(25), shippingDiscount: sar(30) };
    expect(toPrefill(of({ ...free, ...named }), null)).toMatchObject({
      deductions: { goods: null, shipping: sar(30) },
      texts: { subTotal: '400.00', shippingCost: '0.00' },
    });
  });

  it('is subtracted from untaxed shipping', () => {
    const untaxed = of({ ...free, shipping: charge(30, false), shippingDiscount: sar(30) });
    expect(toPrefill(untaxed, null)).toMatchObject({
      deductions: { goods: null, shipping: sar(30) },
      texts: { subTotal: '400.00', shippingCost: '0.00' },
    });
  });

  it.each([
    ['both', { discount: sar(20), shippingDiscount: sar(30) }],
    ['the shipping’s in that of the goods', { discount: sar(50), shippingDiscount: sar(30) }],
  ])('of a tax invoice is subtracted in its credit note: %s', (_what, named) => {
    const amounts = { subTotal: sar(400), shipping: charge(30), cashOnDelivery: charge(0) };
    const source = taxInvoice({ ...amounts, ...both, ...named });
    expect(toPrefill(orderWith(), source)).toMatchObject({
      deductions: { goods: sar(20), shipping: sar(30) },
      texts: { subTotal: '380.00', shippingCost: '0.00', taxValue: '57.00', total: '437.00' },
    });
  });

  const halalas = fc.integer({ min: 0, max: 99_999_999 });
  it('on shipping alone never lowers the subtotal', () => {
    fc.assert(
      fc.property(halalas, halalas, halalas, fc.boolean(), (goods, shipping, off, taxable) => {
        fc.pre(off <= shipping && off > 1);
        const vat = Math.round(((goods + (taxable ? shipping - off : 0)) * 15) / 100);
        const order = of({
          subTotal: sar(goods / 100),
          shipping: charge(shipping / 100, taxable),
          shippingDiscount: sar(off / 100),
          tax: { percent: 15, amount: sar(vat / 100) },
          total: sar((goods + shipping - off + vat) / 100),
        });
        expect(toPrefill(order, null).deductions).toEqual({
          goods: null,
          shipping: sar(off / 100),
        });
      }),
    );
  });
});

describe('an unnamed discount', () => {
  it('is the gap between amounts and total if the VAT was computed without it', () => {
    // 130 - 20 + 23 + 10 = 143, VAT 21.45
    const discounted = orderWith({ tax: { percent: 15, amount: sar(21.45) }, total: sar(164.45) });
    expect(toPrefill(discounted, null)).toMatchObject({
      deductions: { goods: sar(20), shipping: null },
      texts: { subTotal: '110.00', taxValue: '21.45', total: '164.45' },
    });
  });

  it.each([
    ['the VAT has it in its base', orderWith({ total: sar(167.45) })],
    ['the total is more than the amounts', orderWith({ total: sar(190) })],
    ['an amount is not known', orderWith({ cashOnDelivery: null, total: sar(164.45) })],
    ['the gap is a rounding', orderWith({ total: sar(187.44) })],
  ])('is not assumed if %s', (_, order) => {
    expect(toPrefill(order, null)).toMatchObject({
      deductions: { goods: null, shipping: null },
      texts: { subTotal: '130.00' },
    });
  });

  const halalas = fc.integer({ min: 0, max: 99_999_999 });
  it('leaves amounts that add up, for any order and discount', () => {
    fc.assert(
      fc.property(
        halalas,
        halalas,
        halalas,
        halalas,
        fc.boolean(),
        fc.constantFrom(0, 5, 15),
        (goods, discount, shipping, cash, taxable, percent) => {
          fc.pre(discount <= goods);
          const base = goods - discount + (taxable ? shipping : 0) + cash;
          const vat = Math.round((base * percent) / 100);
          const order = orderWith({
            subTotal: sar(goods / 100),
            shipping: charge(shipping / 100, taxable),
            cashOnDelivery: charge(cash / 100),
            tax: { percent, amount: sar(vat / 100) },
            total: sar((goods - discount + shipping + cash + vat) / 100),
          });
          const entered = parseAmounts(prefill(order, null), 'SAR');
          const taxed = { shippingCost: taxable, cashOnDeliveryCost: true };
          expect(findExpectedAmounts(entered, taxed, 'SAR')).toEqual({
            taxValue: null,
            total: null,
          });
        },
      ),
    );
  });
});
