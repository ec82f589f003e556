import { describe, expect, it } from 'vitest';
import { InvoiceSummary } from '../../contract/invoice.ts';
import {
  amounts,
  contents,
  formOf,
  isCreation,
  openCreateApp,
  pdf,
} from '../testing/createInvoice.ts';
import { openSecondStore } from '../testing/testApp.ts';

const types = ['tax_invoice', 'credit_note'] as const;

describe('an invoice is made', () => {
  it.each(
    types.flatMap((type) => [
      ['order', type] as const,
      ['data', type] as const,
      ['url', type] as const,
    ]),
  )('from %s, as a %s', async (dataType, type) => {
    const { desk, orders, create, invoicesOf } = await openCreateApp();
    desk.sandbox.setIssuance(dataType === 'order' ? 'salla' : 'custom');
    const [orderId = 0] = type === 'tax_invoice' ? orders.free : orders.invoiced;
    const before = (await invoicesOf(orderId)).length;
    const { status, headers, body } = await create({ orderId, type, ...contents[dataType] });
    expect(status).toBe(201);
    const made = InvoiceSummary.parse(body.data);
    expect(made).toMatchObject({ orderId, type, lastDelivery: null });
    expect(made.orderNumber).toEqual(expect.any(Number));
    expect(headers.get('Location')).toBe(`/api/invoices/${made.id}`);
    const after = await invoicesOf(orderId);
    expect(after).toHaveLength(before + 1);
    expect(after).toContainEqual(made);
  });

  it.each(types)('from a file, as a %s, and the file is Salla’s byte for byte', async (type) => {
    const { orders, upload, document } = await openCreateApp();
    const [orderId = 0] = type === 'tax_invoice' ? orders.free : orders.invoiced;
    const file = Buffer.concat([pdf, Buffer.alloc(300_000, '\r\n--'), Buffer.from([0, 255])]);
    const { status, body } = await upload(formOf({ orderId, type, dataType: 'file' }, file));
    expect([status, body.data.type, body.data.orderId]).toEqual([201, type, orderId]);
    expect((await document(body.data.documentUrl)).equals(file)).toBe(true);
  });

  it('from amounts, and Salla has each of them', async () => {
    const { staff, orderId, create } = await openCreateApp();
    const { body } = await create({ orderId, type: 'tax_invoice', ...contents.data });
    const sar = (amount: number) => ({ amount, currency: 'SAR' });
    const invoice = (await staff.get(`/api/invoices/${body.data.id}`)).body.data;
    expect(invoice).toMatchObject({
      number: 'INV-2026/001',
      subTotal: sar(amounts.subTotal),
      shipping: sar(amounts.shippingCost),
      cashOnDelivery: sar(amounts.cashOnDeliveryCost),
      tax: { percent: amounts.tax, amount: sar(amounts.taxValue) },
      total: sar(amounts.total),
    });
  });

  it('from an address, and nothing is made up that Salla did not say', async () => {
    const { orderId, create } = await openCreateApp();
    const { body } = await create({ orderId, type: 'tax_invoice', ...contents.url });
    expect(body.data).toMatchObject({ number: null, total: null, paymentMethod: null });
    expect(body.data.documentUrl).toBe(new URL(contents.url.url).href);
  });

  it('on the day of an earlier email, which did not have it: nothing counts as sent, and the order is held back', async () => {
    const { desk, staff, orders, create } = await openCreateApp();
    const [orderId = 0] = orders.invoiced;
    await staff.resend({ orders: [{ orderId }] });
    await desk.dispatcher.idle();
    desk.pass(5 * 60_000);
    const created = await create({ orderId, type: 'credit_note', ...contents.url });
    const creditNote = InvoiceSummary.parse(created.body.data);
    expect(creditNote.lastDelivery).toBeNull();

    const rows: InvoiceSummary[] = (await staff.get(`/api/invoices?orderId=${orderId}`)).body.data;
    const last = new Map(rows.map(({ type, lastDelivery }) => [type, lastDelivery]));
    expect(last.get('credit_note')).toBeNull();
    expect(last.get('tax_invoice')).toMatchObject({ state: 'sent', wasSent: true });
    const page = (await staff.get(`/api/invoices/${creditNote.id}`)).body.data;
    expect(page).toMatchObject({ lastDelivery: null, deliveries: [] });

    const named = { orderId, invoiceId: creditNote.id };
    const again = await staff.resend({ orders: [named] });
    expect(again.body.data.skipped).toMatchObject([{ orderId, reason: 'sent_recently' }]);
    await staff.resend({ orders: [named], allowRepeat: true });
    await desk.dispatcher.idle();
    const sent = (await staff.get(`/api/invoices/${creditNote.id}`)).body.data;
    expect(sent.deliveries).toMatchObject([{ state: 'sent', invoiceId: creditNote.id }]);
  });

  it('in dinars with three decimals', async () => {
    const { orders, create } = await openCreateApp();
    const [orderId = 0] = orders.dinars;
    const data = { ...contents.data, total: 150.085 };
    const { status, body } = await create({ orderId, type: 'credit_note', ...data });
    expect(status).toBe(201);
    expect(body.data.total).toEqual({ amount: 150.085, currency: 'KWD' });
  });
});

/** What Salla refuses, what is asked then, and the fields that are named. */
const refusals = {
  'the issuance setting is another': ['salla', 'free', contents.data, 'dataType'],
  'the issuance setting is custom': ['custom', 'free', contents.order, 'dataType'],
  'the default provider issues': ['default_provider', 'free', contents.data, 'invoiceProvider'],
  'the order has such an invoice': ['custom', 'invoiced', contents.data, 'type'],
  'the number was used': [
    'custom',
    'free',
    { ...contents.data, invoiceNumber: '1001' },
    'invoiceNumber',
  ],
} as const;

describe('Salla’s refusal', () => {
  it.each(Object.entries(refusals))('where %s is told by our names', async (_why, refusal) => {
    const [issuance, which, content, field] = refusal;
    const { desk, orders, create } = await openCreateApp();
    desk.sandbox.setIssuance(issuance);
    const [orderId = 0] = orders[which];
    const { status, body } = await create({ orderId, type: 'tax_invoice', ...content });
    expect([status, body.code, Object.keys(body.fields)]).toEqual([422, 'invalid_fields', [field]]);
    expect(body.fields[field][0]).toMatch(/[\u0600-\u06ff]/);
    expect(body.detail).not.toContain('alert.invalid_fields');
  });

  it('of an invoice that stands in the way names the order', async () => {
    const { desk, orderId, create } = await openCreateApp();
    await create({ orderId, type: 'tax_invoice', ...contents.url });
    desk.sandbox.setIssuance('salla');
    const { body } = await create({ orderId, type: 'tax_invoice', ...contents.order });
    expect(Object.keys(body.fields)).toEqual(['order']);
  });

  it('of every field is told by our names', async () => {
    const names = ['order_id', 'type', 'data_type', 'url', 'file', 'total', 'tax'].concat(
      ['invoice_number', 'sub_total', 'shipping_cost', 'cash_on_delivery_cost', 'tax_value'],
      ['invoice_provider', 'order'],
    );
    const fields = Object.fromEntries(names.map((name) => [name, ['لا']]));
    const { orderId, create } = await openCreateApp({
      between: (onward) => async (request) => {
        if (!isCreation(request)) return onward(request);
        const error = { code: 'error', message: 'alert.invalid_fields', fields };
        const body = JSON.stringify({ status: 422, success: false, error });
        return { status: 422, headers: {}, body };
      },
    });
    const { body } = await create({ orderId, type: 'tax_invoice', ...contents.data });
    expect(Object.keys(body.fields)).toEqual(
      ['orderId', 'type', 'dataType', 'url', 'file', 'total', 'tax'].concat(
        ['invoiceNumber', 'subTotal', 'shippingCost', 'cashOnDeliveryCost', 'taxValue'],
        ['invoiceProvider', 'order'],
      ),
    );
  });
});

describe('before Salla is asked', () => {
  it.each([
    ['without a tax invoice', 'free', 'no tax invoice'],
    ['with a credit note', 'credited', 'a credit note already'],
  ] as const)('a credit note of an order %s is refused', async (_why, which, words) => {
    const { orders, create, creations } = await openCreateApp();
    const [orderId = 0] = orders[which];
    const body = { orderId, type: 'credit_note', ...contents.url };
    const english = await create(body);
    const arabic = await create(body, null, { 'Accept-Language': 'ar' });
    expect([english.status, Object.keys(english.body.fields)]).toEqual([422, ['type']]);
    expect(english.body.fields.type[0]).toContain(words);
    expect(arabic.body.fields.type[0]).toMatch(/إشعار/);
    expect(creations()).toBe(0);
  });

  it('more decimals than the order’s currency has are refused', async () => {
    const { orderId, create, creations } = await openCreateApp();
    const data = { ...contents.data, total: 150.085, taxValue: 19.575 };
    const { status, body } = await create({ orderId, type: 'tax_invoice', ...data });
    expect(status).toBe(422);
    expect(Object.keys(body.fields).sort()).toEqual(['taxValue', 'total']);
    expect(body.fields.total[0]).toContain('at most 2');
    expect(creations()).toBe(0);
  });

  it('another store’s order is refused as one that is in no store', async () => {
    const { desk, orderId, creations } = await openCreateApp();
    const other = await openSecondStore(desk);
    const answers = await Promise.all(
      [orderId, 7].map((id) =>
        other.post('/api/invoices', { orderId: id, type: 'tax_invoice', ...contents.url }),
      ),
    );
    const [theirs, none] = answers.map(({ status, body }) => {
      const { requestId: _, ...rest } = body;
      return { status, ...rest };
    });
    expect(theirs).toEqual(none);
    expect(theirs).toMatchObject({ status: 422, fields: { orderId: [expect.any(String)] } });
    expect(creations()).toBe(0);
  });
});

describe('how the store issues is learned', () => {
  it.each([
    ['custom', contents.url, 'custom'],
    ['salla', contents.order, 'salla'],
    ['salla', contents.url, 'salla'],
    ['custom', contents.order, 'custom'],
    ['default_provider', contents.url, 'default_provider'],
  ] as const)('where it is %s', async (issuance, content, learned) => {
    const { desk, orderId, create, issuance: known } = await openCreateApp();
    expect(await known()).toBeNull();
    desk.sandbox.setIssuance(issuance);
    await create({ orderId, type: 'tax_invoice', ...content });
    expect(await known()).toBe(learned);
  });

  it('from no other refusal', async () => {
    const { orders, create, issuance } = await openCreateApp();
    const [orderId = 0] = orders.invoiced;
    await create({ orderId, type: 'tax_invoice', ...contents.url });
    expect(await issuance()).toBeNull();
  });
});
