import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Invoice, InvoiceSummary } from '../../../contract/invoice.ts';
import { Order, OrderSummary } from '../../../contract/order.ts';
import { createListParser } from '../client/parseList.ts';
import { parseInvoice, parseInvoiceRow } from './parseInvoice.ts';
import { parseOrder, parseOrderRow } from './parseOrder.ts';

const money = { amount: '130.00', currency: 'SAR', taxable: true };
const tax = { percent: '15.00', amount: money };
const invoice = {
  id: 1479538730,
  order_id: 1557892161,
  invoice_number: '1',
  uuid: 'x',
  invoice_reference_id: 7,
  type: 'Tax Invoice',
  date: { date: '2026-10-05 22:14:48.000000', timezone_type: 3, timezone: 'Africa/Cairo' },
  qr_code: 'SAVE20',
  payment_method: 'bank',
  currency: 'SAR',
  sub_total: money,
  shipping_cost: money,
  cod_cost: money,
  discount: money,
  shipping_cost_discount: money,
  tax,
  total: money,
  url: 'https://example.com/a.pdf',
  items: [{ id: 1, name: 'أ', sku: 'b', quantity: '2', price: money, tax, total: money }],
};
const order = {
  id: 1557892161,
  reference_id: 41027662,
  date: invoice.date,
  status: { name: 'تم التنفيذ', customized: { name: 'جاهز' } },
  currency: 'SAR',
  total: money,
  customer: {
    first_name: 'نورة',
    last_name: 'ع',
    mobile: 501234567,
    mobile_code: '+966',
    email: 'a@b',
  },
  items: [{ name: 'أ' }],
  urls: { admin: '/orders/order/1' },
  amounts: {
    sub_total: money,
    shipping_cost: money,
    cash_on_delivery: money,
    tax,
    discounts: [{ discount: '1', discounted_shipping: money }],
    total: money,
  },
};

/** What Salla, PHP and people put where something else belongs. */
const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(null, [], {}, '', '0', 0, -1, 1e300, true, 'null', '٥', ' 5 ', '‏٥‏', '12,5'),
  fc.constantFrom({ 0: money, 2: money }, { amount: money }, [[money]], { amount: null }, '%'),
  fc.string({ unit: 'binary' }),
);

/** A copy of which one or two places are odd, or gone. */
function spoiled(whole: object) {
  return fc
    .array(fc.tuple(fc.nat(), fc.option(odd, { nil: undefined })), { minLength: 1, maxLength: 2 })
    .map((changes) => {
      // Not by `structuredClone`, which keeps what is shared within it shared.
      const copy: unknown = JSON.parse(JSON.stringify(whole));
      for (const [at, value] of changes) {
        const places = placesIn(copy);
        places[at % places.length]?.(structuredClone(value));
      }
      return copy;
    });
}

function placesIn(thing: unknown): ((value: unknown) => void)[] {
  if (typeof thing !== 'object' || thing === null) return [];
  return Object.entries(thing).flatMap(([name, inner]) => [
    (value: unknown) => void Reflect.set(thing, name, value),
    ...placesIn(inner),
  ]);
}

const joined = { orderNumber: null, customer: null, lastDelivery: null, createdAt: null };
const nobody = { customer: null };

it('an invoice is read into the contract or left out, whatever is odd about it', () => {
  fc.assert(
    fc.property(spoiled(invoice), (wire) => {
      const row = parseInvoiceRow(wire);
      if (row !== null) InvoiceSummary.parse({ ...row, ...joined });
      const details = parseInvoice(wire);
      if (details !== null) Invoice.parse({ ...details, ...joined, deliveries: [] });
      expect(details === null).toBe(row === null);
    }),
    { numRuns: 500 },
  );
});

it('an order is read into the contract or left out, whatever is odd about it', () => {
  fc.assert(
    fc.property(spoiled(order), (wire) => {
      const row = parseOrderRow(wire);
      if (row !== null) OrderSummary.parse({ ...row, ...nobody });
      const details = parseOrder(wire);
      if (details !== null) Order.parse({ ...details, ...nobody });
      expect(details === null).toBe(row === null);
    }),
    { numRuns: 500 },
  );
});

it('an odd row takes no other row of its page down, be the page keyed as PHP does', () => {
  const readList = createListParser(parseInvoiceRow);
  fc.assert(
    fc.property(spoiled(invoice), fc.boolean(), (wire, isKeyed) => {
      const data = isKeyed ? { 0: invoice, 2: wire, 5: invoice } : [invoice, wire, invoice];
      const page = readList(JSON.stringify({ status: 200, success: true, data, pagination: [] }));
      const good = page?.data.filter(({ id, total }) => id === invoice.id && total?.amount === 130);
      expect(good?.length).toBeGreaterThanOrEqual(2);
      expect(page?.count).toBe(3);
    }),
  );
});
