import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createShop } from '../shop.ts';
import { openSandbox } from '../testing/openSandbox.ts';
import type { WireInvoice, WireMoney } from '../wire.ts';
import { demoStore } from './stores.ts';

const endsAt = Date.parse('2026-11-22T09:00:00Z');

function shopOf(orders: number, seed = 1) {
  const documentUrl = (id: number) => `http://localhost:3100/documents/${id}.pdf`;
  return createShop({ seed, store: demoStore, orders, endsAt, idOffset: 0, documentUrl });
}

const everything = { from: 0, to: Number.POSITIVE_INFINITY };

function newest(count: number, orders = 240): WireInvoice[] {
  return shopOf(orders)
    .listInvoices(everything, 0, count)
    .rows.map((row) => row.wire());
}

/** Halalas; what is missing counts nothing. */
function halalas(money: Pick<WireMoney, 'amount'> | undefined): number {
  return money === undefined ? 0 : Math.round(Number(money.amount) * 100);
}

function tags(code: string): Map<number, string> {
  const bytes = Buffer.from(code, 'base64');
  const found = new Map<number, string>();
  for (let at = 0; at + 1 < bytes.length; at += 2 + (bytes[at + 1] ?? 0)) {
    found.set(bytes[at] ?? 0, bytes.subarray(at + 2, at + 2 + (bytes[at + 1] ?? 0)).toString());
  }
  return found;
}

describe('the demo shop', () => {
  it('is the same for the same seed, and another for another', () => {
    const rows = (seed: number) =>
      shopOf(60, seed)
        .listInvoices(everything, 0, 60)
        .rows.map((row) => row.wire());
    expect(rows(1)).toEqual(rows(1));
    expect(rows(1)).not.toEqual(rows(2));
  });

  it('spreads 240 orders over a year, some of them without an invoice', () => {
    const { orders, invoicesOfOrder } = shopOf(240);
    const all = Array.from({ length: orders.count }, (_, index) => orders.at(index));
    expect(all).toHaveLength(240);
    for (const order of all) {
      expect(order.id).toBeGreaterThan(2 ** 31);
      expect(String(order.id)).toHaveLength(10);
      expect(String(order.referenceId)).toHaveLength(9);
      expect(order.placedAt).toBeGreaterThan(endsAt - 366 * 24 * 3600 * 1000);
      expect(order.placedAt).toBeLessThanOrEqual(endsAt);
      expect(order.customer.mobile).toMatch(/^5\d{8}$/);
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(240);
    const open = all.filter(({ id }) => invoicesOfOrder(id).length === 0).length;
    expect(open).toBeGreaterThan(15);
    expect(open).toBeLessThan(50);
  });

  it('has sums that add up, but where they are not meant to', () => {
    let wrong = 0;
    for (const invoice of newest(500)) {
      if (invoice.total === undefined || invoice.items === undefined) continue;
      const percent = Number(invoice.tax?.percent);
      const charges = [invoice.shipping_cost, invoice.cod_cost];
      const subTotal = halalas(invoice.sub_total ?? invoice.subtotal);
      const taxed = charges
        .filter((charge) => charge?.taxable)
        .reduce((sum, charge) => sum + halalas(charge), 0);
      const untaxed = charges
        .filter((charge) => charge?.taxable === false)
        .reduce((sum, charge) => sum + halalas(charge), 0);
      const base =
        subTotal + taxed - halalas(invoice.discount) - halalas(invoice.shipping_cost_discount);
      const tax = halalas(invoice.tax?.amount);
      expect(Math.abs(tax - (base * percent) / 100)).toBeLessThanOrEqual(1);
      const items = invoice.items.reduce(
        (sum, item) => sum + halalas(item.price) * Number(item.quantity),
        0,
      );
      expect(items).toBe(subTotal);
      if (halalas(invoice.total) !== base + tax + untaxed) wrong++;
    }
    expect(wrong).toBeGreaterThan(0);
    expect(wrong).toBeLessThan(8);
  });

  it('has readable ZATCA codes on most, some of phase 2, a few that say something else', () => {
    const coded = newest(500).filter(({ total, qr_code }) => total && qr_code);
    const matching = coded.filter(({ qr_code, total }) => {
      const said = tags(qr_code ?? '');
      return /^3\d{13}3$/.test(said.get(2) ?? '') && Number(said.get(4)) === Number(total?.amount);
    });
    expect(matching.length / coded.length).toBeGreaterThan(0.8);
    expect(coded.some(({ qr_code }) => tags(qr_code ?? '').has(9))).toBe(true);
    expect(coded.some(({ qr_code }) => qr_code === 'SAVE20')).toBe(true);
    expect(matching.length).toBeLessThan(coded.length);
  });

  it('shows every kind of untidiness within the first 100 rows', () => {
    const rows = newest(100);
    const some = (matches: (row: WireInvoice) => unknown) => expect(rows.some(matches)).toBe(true);
    some(
      ({ tax, total }) =>
        typeof tax?.amount.amount === 'string' && typeof total?.amount === 'number',
    );
    some(({ total }) => typeof total?.amount === 'string');
    some(({ total }) => total?.currency === 'ر.س');
    some(({ total, tax }) => total?.currency === 'SAR' && tax?.amount.currency === 'ر.س');
    some(({ type }) => type === 'فاتورة ضريبية');
    some(({ date }) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(String(date)));
    some(({ date }) => typeof date === 'object' && date.timezone_type === 3);
    some(({ cod_cost, total }) => total && cod_cost && cod_cost.currency === undefined);
    some(({ shipping_cost_discount }) => halalas(shipping_cost_discount) > 0);
    some(({ subtotal, sub_total }) => subtotal && !sub_total);
    some(({ invoice_number, total }) => invoice_number === undefined && total);
    some(({ invoice_number }) => invoice_number === null);
    some(({ invoice_number }) => typeof invoice_number === 'number');
    for (const field of ['uuid', 'qr_code', 'payment_method', 'invoice_reference_id'] as const) {
      some((row) => row[field] === null);
      some((row) => row[field] === undefined && row.total);
    }
    some(({ invoice_reference_id }) => typeof invoice_reference_id === 'number');
    some((row) => row.url && Object.keys(row).length === 5);
    some(({ items }) => items?.some((item) => typeof item.id === 'string'));
    some(({ items }) => items?.some((item) => typeof item.quantity === 'string'));
    some(({ tax }) => tax?.percent === '15.00');
    some(({ tax }) => tax?.percent === 0);
    some(({ shipping_cost, total }) => total && shipping_cost === undefined);
  });

  it('names credit notes in all three ways, each after its tax invoice', () => {
    const notes = newest(500).filter(({ type }) =>
      ['Credit Note', 'إشعار دائن', 'فاتورة مسترجع'].includes(type),
    );
    expect(new Set(notes.map(({ type }) => type)).size).toBe(3);
  });

  it('has orders whose discounts are named, whether the subtotal is without them or with', async () => {
    const salla = openSandbox();
    const amount = z.coerce.number();
    const Money = z.object({ amount });
    const Details = z.object({
      data: z.object({
        date: z.object({ timezone_type: z.literal(3) }),
        status: z.object({ customized: z.object({ name: z.string() }) }),
        urls: z.object({ rating: z.url(), admin: z.string() }),
        amounts: z.object({
          sub_total: Money,
          shipping_cost: Money,
          cash_on_delivery: Money,
          discounts: z.array(z.object({ discount: amount, discounted_shipping: amount })),
          tax: z.object({ amount: Money }),
          total: Money,
        }),
      }),
    });
    const kinds = new Set<string>();
    for (const { id } of (await salla.orders('?per_page=60')).data) {
      const { amounts, urls } = Details.parse(await salla.json(`/admin/v2/orders/${id}`)).data;
      const gross = [amounts.sub_total, amounts.shipping_cost, amounts.cash_on_delivery]
        .concat(amounts.tax.amount)
        .reduce((sum, money) => sum + money.amount, 0);
      const off = (part: 'discount' | 'discounted_shipping') =>
        amounts.discounts.reduce((sum, discount) => sum + discount[part], 0);
      const difference = gross - amounts.total.amount;
      const inSubtotal = Math.abs(difference - off('discounted_shipping')) < 0.001;
      const beside = Math.abs(difference - off('discount') - off('discounted_shipping')) < 0.001;
      expect(inSubtotal || beside).toBe(true);
      if (off('discount') > 0) kinds.add(beside ? 'beside the subtotal' : 'in the subtotal');
      if (off('discounted_shipping') > 0) kinds.add('shipping');
      kinds.add(urls.admin.startsWith('/') ? 'relative address' : 'absolute address');
    }
    expect([...kinds].toSorted()).toEqual([
      'absolute address',
      'beside the subtotal',
      'in the subtotal',
      'relative address',
      'shipping',
    ]);
  });

  it('has customers that try a screen', () => {
    const { orders } = shopOf(240);
    const recent = Array.from({ length: 60 }, (_, rank) => orders.at(239 - rank).customer);
    const names = recent.map(({ firstName, lastName }) => `${firstName} ${lastName}`);
    for (const odd of ['<b>', '&', '"', '\u202E', '🌙', 'James']) {
      expect(names.some((name) => name.includes(odd))).toBe(true);
    }
    expect(names.some((name) => name.length > 200)).toBe(true);
    expect(recent.some(({ email }) => email === null)).toBe(true);
  });

  it('sells to Kuwait in dinars, which have three decimals', () => {
    const totals = newest(500).flatMap(({ total }) => (total ? [total] : []));
    const dinars = totals.filter(({ currency }) => ['KWD', 'د.ك'].includes(currency));
    expect(dinars.length).toBeGreaterThan(1);
    expect(dinars.length).toBeLessThan(totals.length / 10);
    expect(dinars.some(({ amount }) => Math.round(Number(amount) * 1000) % 10 !== 0)).toBe(true);
  });

  it('has links in all their shapes', async () => {
    const salla = openSandbox({ orders: 40 });
    const Links = z.object({ pagination: z.object({ links: z.unknown() }) });
    const links = async (query: string) =>
      Links.parse(await salla.json(`/admin/v2/orders/invoices?${query}`)).pagination.links;
    expect(await links('page=1')).toEqual({ next: expect.stringContaining('page=2') });
    expect(await links('per_page=60')).toEqual({});
    expect(await links('page=99')).toEqual([]);
  });

  it('makes rows when they are asked for: a hundred thousand orders share one page with ten', () => {
    const { listInvoices, orders } = shopOf(100_000);
    const { total, rows } = listInvoices(everything, 60_000, 60);
    expect(total).toBeGreaterThan(85_000);
    expect(rows).toHaveLength(60);
    const row = rows[0];
    expect(row && orders.indexById(row.orderId)).not.toBeNull();
    expect(Math.max(...rows.map(({ id }) => String(id).length))).toBe(10);
  });
});
