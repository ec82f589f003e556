import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Invoice } from '../../../../contract/invoice.ts';
import type { Order } from '../../../../contract/order.ts';
import { checkFigures } from './createSums.ts';
import { prefill, readPrefill } from './prefill.ts';
import { readFigures } from './readFigures.ts';

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

describe('what the form begins with', () => {
  it('is what the order says, in western digits and its currency’s decimals', () => {
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

  it('has nothing that the order does not say, and no amount of another currency', () => {
    expect(prefill(orderWith({ shipping: null, tax: null }), null)).toEqual({
      subTotal: '130.00',
      cashOnDeliveryCost: '10.00',
      total: '187.45',
    });
    const dollars = { amount: 5, currency: 'USD', taxable: true };
    expect(prefill(orderWith({ shipping: dollars }), null)).not.toHaveProperty('shippingCost');
  });

  it('is what the tax invoice says where it is corrected, less its discount', () => {
    expect(readPrefill(orderWith(), taxInvoice())).toEqual({
      from: 'invoice',
      takenOff: { goods: sar(10), shipping: null },
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

  it('is what the order says where the tax invoice is a PDF', () => {
    const document = taxInvoice({ subTotal: null, total: null, tax: null });
    expect(readPrefill(orderWith(), document)).toMatchObject({
      from: 'order',
      texts: { total: '187.45' },
    });
  });

  it('takes no discount off twice', () => {
    const net = taxInvoice({ subTotal: sar(110) });
    expect(readPrefill(orderWith(), net)).toMatchObject({
      takenOff: { goods: null, shipping: null },
      texts: { subTotal: '110.00' },
    });
  });
});

describe('what Salla names as taken off', () => {
  const of = (over: Partial<Order['amounts']>) =>
    orderWith({ subTotal: sar(400), shipping: charge(30), cashOnDelivery: charge(0), ...over });
  const free = { tax: { percent: 15, amount: sar(60) }, total: sar(460) };
  const both = { tax: { percent: 15, amount: sar(57) }, total: sar(437) };

  it.each([
    ['free shipping', { ...free, discount: sar(0), shippingDiscount: sar(30) }],
    ['free shipping, its VAT named with it', { ...free, shippingDiscount: sar(34.5) }],
    ['more than the shipping', { ...free, shippingDiscount: sar(50) }],
  ])('is taken off the shipping, not off the goods: %s', (_what, amounts) => {
    expect(readPrefill(of(amounts), null)).toMatchObject({
      takenOff: { goods: null, shipping: sar(30) },
      texts: { subTotal: '400.00', shippingCost: '0.00', taxValue: '60.00', total: '460.00' },
    });
  });

  it.each([
    ['as they are', { discount: sar(20), shippingDiscount: sar(30) }],
    ['with their VAT', { discount: sar(23), shippingDiscount: sar(34.5) }],
    ['the shipping’s alone', { discount: null, shippingDiscount: sar(30) }],
  ])('is taken off both: %s', (_what, named) => {
    expect(readPrefill(of({ ...both, ...named }), null)).toMatchObject({
      takenOff: { goods: sar(20), shipping: sar(30) },
      texts: { subTotal: '380.00', shippingCost: '0.00', taxValue: '57.00', total: '437.00' },
    });
  });

  it.each([
    ['the subtotal', { discount: sar(25), shippingDiscount: sar(0), shipping: charge(20) }],
    ['the subtotal and the shipping', { discount: sar(25), shippingDiscount: sar(10) }],
  ])('is not taken off again where it is in %s already', (_what, named) => {
    const amounts = { shipping: charge(20), tax: { percent: 15, amount: sar(63) } };
    expect(readPrefill(of({ ...amounts, total: sar(483), ...named }), null)).toMatchObject({
      takenOff: { goods: null, shipping: null },
      texts: { subTotal: '400.00', shippingCost: '20.00', taxValue: '63.00', total: '483.00' },
    });
  });

  it('is taken off the shipping alone where the goods have theirs in the subtotal', () => {
    const named = { discount: sar(25), shippingDiscount: sar(30) };
    expect(readPrefill(of({ ...free, ...named }), null)).toMatchObject({
      takenOff: { goods: null, shipping: sar(30) },
      texts: { subTotal: '400.00', shippingCost: '0.00' },
    });
  });

  it('is taken off a shipping that is not taxed', () => {
    const untaxed = of({ ...free, shipping: charge(30, false), shippingDiscount: sar(30) });
    expect(readPrefill(untaxed, null)).toMatchObject({
      takenOff: { goods: null, shipping: sar(30) },
      texts: { subTotal: '400.00', shippingCost: '0.00' },
    });
  });

  it.each([
    ['both', { discount: sar(20), shippingDiscount: sar(30) }],
    ['the shipping’s in that of the goods', { discount: sar(50), shippingDiscount: sar(30) }],
  ])('on a tax invoice is taken off where it is corrected: %s', (_what, named) => {
    const amounts = { subTotal: sar(400), shipping: charge(30), cashOnDelivery: charge(0) };
    const source = taxInvoice({ ...amounts, ...both, ...named });
    expect(readPrefill(orderWith(), source)).toMatchObject({
      takenOff: { goods: sar(20), shipping: sar(30) },
      texts: { subTotal: '380.00', shippingCost: '0.00', taxValue: '57.00', total: '437.00' },
    });
  });

  const halalas = fc.integer({ min: 0, max: 99_999_999 });
  it('never makes goods cheaper for what is off the shipping alone', () => {
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
        expect(readPrefill(order, null).takenOff).toEqual({
          goods: null,
          shipping: sar(off / 100),
        });
      }),
    );
  });
});

describe('a discount that the order does not name', () => {
  it('is the gap between the amounts and the total, where the VAT was worked out without it', () => {
    // 130 - 20 + 23 + 10 = 143, VAT 21.45
    const discounted = orderWith({ tax: { percent: 15, amount: sar(21.45) }, total: sar(164.45) });
    expect(readPrefill(discounted, null)).toMatchObject({
      takenOff: { goods: sar(20), shipping: null },
      texts: { subTotal: '110.00', taxValue: '21.45', total: '164.45' },
    });
  });

  it.each([
    ['the VAT has it in its base', orderWith({ total: sar(167.45) })],
    ['the total is more than the amounts', orderWith({ total: sar(190) })],
    ['an amount is not known', orderWith({ cashOnDelivery: null, total: sar(164.45) })],
    ['the gap is a rounding', orderWith({ total: sar(187.44) })],
  ])('is none where %s', (_, order) => {
    expect(readPrefill(order, null)).toMatchObject({
      takenOff: { goods: null, shipping: null },
      texts: { subTotal: '130.00' },
    });
  });

  const halalas = fc.integer({ min: 0, max: 99_999_999 });
  it('leaves figures that add up, whatever was bought and taken off', () => {
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
          const figures = readFigures(prefill(order, null), 'SAR');
          const taxed = { shippingCost: taxable, cashOnDeliveryCost: true };
          expect(checkFigures(figures, taxed, 'SAR')).toEqual({ taxValue: null, total: null });
        },
      ),
    );
  });
});
