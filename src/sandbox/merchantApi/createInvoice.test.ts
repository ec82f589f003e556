import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { amounts, form, orderWithoutInvoice, path, refusedFor } from '../testing/createInvoice.ts';
import { openSandbox } from '../testing/openSandbox.ts';

describe('creating an invoice', () => {
  it('takes entered amounts, and answers as documented', async () => {
    const salla = openSandbox();
    const order_id = await orderWithoutInvoice(salla);
    const answer = await salla.post(path, {
      order_id,
      type: 'tax_invoice',
      data_type: 'data',
      invoice_number: '2sdfs435d',
      ...amounts,
    });
    expect(answer).toMatchObject({
      status: 200,
      success: true,
      data: {
        order_id,
        type: 'Tax Invoice',
        invoice_number: '2sdfs435d',
        date: '2026-11-22',
        sub_total: { amount: 999, currency: 'ر.س' },
        shipping_cost: { amount: 78, currency: 'ر.س' },
        cod_cost: { amount: 789, currency: 'ر.س' },
        discount: { amount: 0, currency: 'ر.س' },
        tax: { percent: 10, amount: { amount: 35.3, currency: 'ر.س' } },
        total: { amount: 7789, currency: 'ر.س' },
      },
    });
    const [newest] = (await salla.invoices('?per_page=1')).data;
    expect(newest).toMatchObject({ order_id, invoice_number: '2sdfs435d' });
    expect(await salla.json(`${path}/${newest?.id}`)).toEqual(answer);
  });

  it('takes an address that ends in .pdf, and answers with five keys', async () => {
    const salla = openSandbox();
    const url = 'https://i.ibb.co/jyqRQfQ/invoice.pdf';
    const order_id = await orderWithoutInvoice(salla);
    const answer = await salla.post(path, { order_id, type: 'tax_invoice', data_type: 'url', url });
    expect(answer).toEqual({
      status: 200,
      success: true,
      data: { id: expect.any(Number), order_id, type: 'Tax Invoice', url, date: '2026-11-22' },
    });
  });

  it('takes a PDF of 10 MB in a form, and serves it byte for byte', async () => {
    const salla = openSandbox();
    const bytes = randomBytes(10 * 1024 * 1024);
    bytes.set(new TextEncoder().encode('%PDF-1.7\r\n'));
    const order_id = String(await orderWithoutInvoice(salla));
    const file = new Blob([bytes], { type: 'application/octet-stream' });
    const Created = z.object({
      data: z.strictObject({
        id: z.number(),
        order_id: z.number(),
        type: z.string(),
        url: z.string(),
        date: z.string(),
      }),
    });
    const { data } = Created.parse(
      await salla.json(path, form({ order_id, type: 'tax_invoice', data_type: 'file', file })),
    );
    const served = await salla.call(new URL(data.url).pathname);
    expect(bytes.equals(await served.bytes())).toBe(true);
  });

  it('issues from the order where the store lets Salla do it', async () => {
    const salla = openSandbox();
    const order_id = await orderWithoutInvoice(salla);
    const body = { order_id, type: 'tax_invoice', data_type: 'order' };
    expect(await salla.post(path, body)).toEqual(
      refusedFor({
        data_type: ['هذا النوع لايتناسب مع إعدادات طريقة إصدار الفواتير في متجرك . '],
      }),
    );
    salla.sandbox.setIssuance('salla');
    expect(await salla.post(path, body)).toMatchObject({
      data: { order_id, qr_code: expect.any(String), items: expect.any(Array) },
    });
  });

  it('tells the app of a new invoice', async () => {
    const salla = openSandbox();
    const order_id = await orderWithoutInvoice(salla);
    await salla.post(path, {
      order_id,
      type: 'tax_invoice',
      data_type: 'url',
      url: 'https://x.example/a.pdf',
    });
    const events = await Promise.all(salla.webhooks.map((request) => request.json()));
    expect(events).toMatchObject([
      { event: 'invoice.created', data: { order_id, items: [], customer: {}, company: {} } },
    ]);
  });
});
