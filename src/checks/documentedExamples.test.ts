import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Invoice, InvoiceSummary } from '../contract/invoice.ts';
import { parseRefusal } from '../proxy/salla/client/refusal.ts';
import { parseTokenPair } from '../proxy/salla/oauth/tokenPair.ts';
import { parseInvoice, parseInvoiceRow } from '../proxy/salla/parse/parseInvoice.ts';
import { listOf, WireList, WireOne } from '../proxy/salla/parse/wire.ts';

const folder = new URL('./examples/', import.meta.url);
const text = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const example = (name: string): unknown => JSON.parse(text(name));
const ours = { orderNumber: null, customer: null, lastDelivery: null, createdAt: null };

/** Salla's documented payloads, as published, are read into the contract. */
describe('the documented example', () => {
  it('invoice-list is a page with both of its rows', () => {
    const { data } = WireList.parse(example('invoice-list.json'));
    const rows = listOf(data)?.map(parseInvoiceRow) ?? [];
    for (const row of rows) InvoiceSummary.parse({ ...row, ...ours });
    expect(rows).toMatchObject([
      { id: 1479538730, type: 'credit_note', number: null, total: { amount: 1161.5 } },
      { id: 1692688589, type: 'tax_invoice', number: null, total: { amount: 44.85 } },
    ]);
  });

  it.each([
    ['invoice-details.json', { number: '1', qrCode: 'SAVE20', total: { amount: 153 } }],
    ['created-from-data.json', { number: '2sdfs435d', subTotal: { amount: 999, currency: 'SAR' } }],
    ['created-from-url.json', { documentUrl: 'https://i.ibb.co/jyqRQfQ/invoice.pdf', items: [] }],
  ])('%s is an invoice', (name, expected) => {
    const invoice = parseInvoice(WireOne.parse(example(name)).data);
    Invoice.parse({ ...invoice, ...ours, deliveries: [] });
    expect(invoice).toMatchObject(expected);
  });

  it('invalid-fields says which fields and why', () => {
    const refusal = parseRefusal({ body: text('invalid-fields.json') });
    expect(refusal).toEqual({
      message: null,
      fields: { type: ['تم اصدار فاتورة للطلب سابقا'], invoiceNumber: ['رقم الفاتورة مكرر'] },
    });
  });

  it('webhook-authorize brings a pair of tokens, its end an absolute time', () => {
    const { data } = z.object({ data: z.unknown() }).parse(example('webhook-authorize.json'));
    expect(parseTokenPair(data, 0)).toEqual({
      accessToken: 'KGsnBcNNkR2AgHnrd0U9lCIjrUiukF',
      refreshToken: 'fWcceFWF9eFH4yPVOCaYHy-UolnU7iJNDH',
      expiresAt: 1634819484_000,
      scopes: ['orders.read_write', 'offline_access'],
    });
  });

  it('is one of those tested here', () => {
    expect(readdirSync(folder).sort()).toEqual([
      'created-from-data.json',
      'created-from-url.json',
      'invalid-fields.json',
      'invoice-details.json',
      'invoice-list.json',
      'webhook-authorize.json',
    ]);
  });
});
