import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { neighbourStore } from '../seed/stores.ts';
import { openSandbox, origin } from '../testing/openSandbox.ts';

const unexpected = 'حصل خطأ غير متوقع يرجى إعادة المُحاولة لاحقاً';

async function orderWithoutEmail({ orders }: ReturnType<typeof openSandbox>) {
  const { data } = await orders('?per_page=60');
  const found = data.find((order) => order.customer?.email === null);
  if (found === undefined) throw new Error('every order of the first page has an email');
  return found.id;
}

describe('the list of invoices', () => {
  it('answers pages of at most 60, newest first, and refuses more', async () => {
    const salla = openSandbox();
    const { data, pagination } = await salla.invoices('?per_page=60');
    expect(data).toHaveLength(60);
    const dates = data.map((row) => String(row.date).slice(0, 10));
    expect(dates).toEqual(dates.toSorted().reverse());
    expect(pagination).toMatchObject({ count: 60, perPage: 60, currentPage: 1 });
    expect(await salla.json('/admin/v2/orders/invoices?per_page=61')).toMatchObject({
      status: 422,
      error: { message: 'alert.invalid_fields', fields: { per_page: [expect.any(String)] } },
    });
  });

  it('keeps days in store time, both ends included', async () => {
    const salla = openSandbox();
    const [newest] = (await salla.invoices('?per_page=1')).data;
    const day = String(newest?.date).slice(0, 10);
    const { data } = await salla.invoices(`?from_date=${day}&to_date=${day}`);
    expect(data.map((row) => row.id)).toContain(newest?.id);
    expect(data.every((row) => String(row.date).startsWith(day))).toBe(true);
  });

  it('walks every invoice once from page to page', async () => {
    const salla = openSandbox({ orders: 100 });
    const seen = new Set<number>();
    const { pagination } = await salla.invoices();
    for (let page = 1; seen.size < pagination.total; page++) {
      const { data } = await salla.invoices(`?per_page=60&page=${page}`);
      expect(data.length).toBeGreaterThan(0);
      for (const row of data) seen.add(row.id);
    }
    expect(seen.size).toBe(pagination.total);
  });

  it('narrows to an order, and gives the details of what it lists', async () => {
    const salla = openSandbox();
    const note = (await salla.invoices('?per_page=60')).data.find(
      (row) => row.type === 'Credit Note',
    );
    const { data } = await salla.invoices(`?order_id=${note?.order_id}`);
    expect(data).toHaveLength(2);
    for (const row of data) {
      const details = await salla.json(`/admin/v2/orders/invoices/${row.id}`);
      expect(details).toMatchObject({ status: 200, success: true, data: row });
    }
  });
});

describe('orders', () => {
  it('are found by number, by mobile and by name', async () => {
    const salla = openSandbox();
    const [order] = (await salla.orders('?per_page=1')).data;
    const byNumber = await salla.orders(`?keyword=${order?.reference_id}`);
    expect(byNumber.data.map(({ id }) => id)).toEqual([order?.id]);
    const byMobile = await salla.orders(`?keyword=${order?.customer?.mobile}`);
    expect(byMobile.data.map(({ id }) => id)).toContain(order?.id);
    const name = encodeURIComponent(order?.customer?.first_name ?? '');
    const byName = await salla.orders(`?keyword=${name}&per_page=60`);
    expect(byName.data.map(({ id }) => id)).toContain(order?.id);
    expect((await salla.orders('?keyword=nobody-of-that-name')).data).toEqual([]);
  });

  it('come in the order that sort_by asks for', async () => {
    const salla = openSandbox();
    const newestFirst = (await salla.orders('?per_page=60')).data.map(({ id }) => id);
    expect(newestFirst).toEqual(newestFirst.toSorted((one, other) => other - one));
    const oldestFirst = (await salla.orders('?per_page=60&sort_by=created_at-asc')).data;
    expect(oldestFirst[0]?.id).toBeLessThan(Math.min(...newestFirst));
  });

  it('say of shipping and cash on delivery whether they are taxed, where they say anything', async () => {
    const salla = openSandbox();
    const Cost = z.object({ taxable: z.boolean().optional() });
    const Details = z.object({
      data: z.object({ amounts: z.object({ shipping_cost: Cost, cash_on_delivery: Cost }) }),
    });
    const said = new Set<boolean | undefined>();
    for (const { id } of (await salla.orders('?per_page=60')).data) {
      const { amounts } = Details.parse(await salla.json(`/admin/v2/orders/${id}`)).data;
      said.add(amounts.shipping_cost.taxable).add(amounts.cash_on_delivery.taxable);
    }
    expect(said).toEqual(new Set([true, false, undefined]));
  });

  it('leave items and shipments out of light details', async () => {
    const salla = openSandbox();
    const [order] = (await salla.orders('?per_page=1')).data;
    const Details = z.object({ data: z.record(z.string(), z.unknown()) });
    const light = Details.parse(await salla.json(`/admin/v2/orders/${order?.id}?format=light`));
    const whole = Details.parse(await salla.json(`/admin/v2/orders/${order?.id}`));
    expect(Object.keys(light.data)).not.toContain('items');
    expect(whole.data).toMatchObject({ ...light.data, items: expect.any(Array) });
  });
});

describe('sending an invoice', () => {
  it('mails the customer once a call', async () => {
    const salla = openSandbox();
    const { data } = await salla.orders('?per_page=60');
    const invoiced = (await salla.invoices('?per_page=60')).data.map((row) => row.order_id);
    const order = data.find(({ id, customer }) => customer?.email && invoiced.includes(id));
    const path = `/admin/v2/orders/${order?.id}/send-invoice`;
    const sent = { status: 200, success: true, data: { message: 'تم ارسال رسالة الفاتورة بنجاح' } };
    expect(await salla.post(path)).toEqual(sent);
    expect(await salla.post(path)).toEqual(sent);
    expect(salla.sandbox.mailbox()).toHaveLength(2);
    expect(salla.sandbox.mailbox()[0]).toMatchObject({
      orderId: order?.id,
      to: order?.customer?.email,
      via: 'merchant-api',
    });
  });

  it('refuses without fields where there is no email address', async () => {
    const salla = openSandbox();
    const orderId = await orderWithoutEmail(salla);
    expect(await salla.post(`/admin/v2/orders/${orderId}/send-invoice`)).toEqual({
      status: 422,
      success: false,
      error: { message: unexpected },
    });
    expect(salla.sandbox.mailbox()).toEqual([]);
  });

  it('knows no order of another store', async () => {
    const salla = openSandbox();
    const other = salla.sandbox.issueTokens({ storeId: neighbourStore.id }).access_token;
    const [order] = (await salla.orders('?per_page=1')).data;
    for (const path of [`${order?.id}`, `${order?.id}/send-invoice`]) {
      const method = path.endsWith('send-invoice') ? 'POST' : 'GET';
      const answer = await salla.call(`/admin/v2/orders/${path}`, { method, token: other });
      expect(answer.status).toBe(404);
    }
    expect(salla.sandbox.mailbox()).toEqual([]);
  });
});

describe('printing', () => {
  const Printed = z.object({ data: z.object({ url: z.string() }) });

  it('answers with absolute and with relative addresses, and each is a PDF', async () => {
    const salla = openSandbox();
    const rows = (await salla.invoices('?per_page=15')).data;
    const kinds = new Set<string>();
    for (const { order_id } of rows) {
      const { url } = Printed.parse(
        await salla.post(`/admin/v2/orders/${order_id}/print-invoice`),
      ).data;
      kinds.add(url.startsWith('temp/') ? 'relative' : 'absolute');
      const { pathname } = new URL(url, `${origin}/`);
      expect(pathname).toMatch(/^\/temp\/[^/]+\/order-\d+-invoice\.pdf$/);
      const pdf = await salla.call(pathname);
      expect(pdf.headers.get('Content-Type')).toBe('application/pdf');
      const document = await PDFDocument.load(await pdf.arrayBuffer());
      expect(document.getPageCount()).toBe(1);
    }
    expect([...kinds].toSorted()).toEqual(['absolute', 'relative']);
  });

  it('refuses an unknown order with a message alone', async () => {
    const salla = openSandbox();
    expect(await salla.post('/admin/v2/orders/1/print-invoice')).toEqual({
      status: 422,
      success: false,
      error: { message: unexpected },
    });
  });
});

describe('who may ask', () => {
  it('refuses a token that is unknown or expired', async () => {
    const salla = openSandbox();
    const invalid = {
      status: 401,
      success: false,
      error: { code: 'Unauthorized', message: 'The access token is invalid' },
    };
    expect(await salla.json('/admin/v2/orders', { token: 'wrong' })).toEqual(invalid);
    const short = salla.sandbox.issueTokens({ expiresInSeconds: 60 }).access_token;
    expect((await salla.call('/admin/v2/orders', { token: short })).status).toBe(200);
    salla.clock.at += 60_000;
    expect(await salla.json('/admin/v2/orders', { token: short })).toEqual(invalid);
  });

  it('names the scope that other parts of the API ask for, and knows no path besides', async () => {
    const salla = openSandbox();
    const answer = async (path: string, init: RequestInit & { token?: string } = {}) => {
      const { status, error } = z
        .object({ status: z.number(), error: z.object({ message: z.string() }) })
        .parse(await salla.json(`/admin/v2${path}`, init));
      return `${status} ${error.message}`;
    };
    const needed = '401 The access token should have access to one of those scopes:';
    expect(await answer('/customers?page=2')).toBe(`${needed} customers.read`);
    expect(await answer('/customers/7', { method: 'PUT' })).toBe(`${needed} customers.read_write`);
    expect(await answer('/store/info')).toBe(`${needed} settings.read`);
    expect(await answer('/webhooks')).toBe(`${needed} webhooks.read`);
    expect(await answer('/webhooks/subscribe', { method: 'POST' })).toBe(
      `${needed} webhooks.read_write`,
    );
    expect(await answer('/nothing/like/it')).toMatch(/^404/);
    const token = salla.sandbox.issueTokens({ scope: 'webhooks.read_write' }).access_token;
    expect(await answer('/webhooks', { token })).toMatch(/^404/);
  });

  it('has no invoice of another number, in Salla’s words', async () => {
    expect(await openSandbox().json('/admin/v2/orders/invoices/1')).toEqual({
      status: 404,
      success: false,
      error: { code: 'error', message: 'المحتوى الذي تحاول الوصول اليه غير متوفر' },
    });
  });

  it('names the scope that is missing', async () => {
    const salla = openSandbox();
    const reader = salla.sandbox.issueTokens({ scope: 'orders.read' }).access_token;
    const [order] = (await salla.orders('?per_page=1')).data;
    expect((await salla.call('/admin/v2/orders', { token: reader })).status).toBe(200);
    const path = `/admin/v2/orders/${order?.id}/send-invoice`;
    expect(await salla.json(path, { method: 'POST', token: reader })).toMatchObject({
      status: 401,
      error: {
        message: 'The access token should have access to one of those scopes: orders.read_write',
      },
    });
  });

  it('answers unknown addresses in the same envelope', async () => {
    const salla = openSandbox();
    const answer = await salla.call('/admin/v2/nothing');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('X-RateLimit-Limit')).toBe('120');
    expect(await answer.json()).toMatchObject({
      status: 404,
      success: false,
      error: { code: 404 },
    });
  });
});
