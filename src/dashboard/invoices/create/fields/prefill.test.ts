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
      discount: sar(10),
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
      discount: null,
      texts: { subTotal: '110.00' },
    });
  });
});

describe('a discount that the order does not name', () => {
  it('is the gap between the amounts and the total, where the VAT was worked out without it', () => {
    // 130 - 20 + 23 + 10 = 143, VAT 21.45
    const discounted = orderWith({ tax: { percent: 15, amount: sar(21.45) }, total: sar(164.45) });
    expect(readPrefill(discounted, null)).toMatchObject({
      discount: sar(20),
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
      discount: null,
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
