import { describe, expect, it } from 'vitest';
import { Invoice, InvoicePage } from '../../contract/invoice.ts';
import {
  demoStoreId,
  openInstalledApp,
  openSecondStore,
  secondStoreId,
} from '../testing/testApp.ts';

/** What rows of Salla's order lists hold. */
const orderLists = ['full', 'light'] as const;

async function openList(query = '?perPage=60', orderList: (typeof orderLists)[number] = 'full') {
  const desk = await openInstalledApp({ orderList });
  const staff = await desk.openFrame();
  const list = await staff.get(`/api/invoices${query}`);
  return { desk, staff, list, rows: InvoicePage.parse(list.body).data };
}

describe('the list of invoices', () => {
  it('is what the contract says, whatever Salla’s rows look like', async () => {
    const { list, rows } = await openList();
    expect(list.status).toBe(200);
    expect(rows.length).toBeGreaterThan(30);
    expect(list.body.page).toMatchObject({ number: 1, size: 60 });
  });

  it.each(orderLists)(
    'knows an order’s number and customer once the order was seen (%s)',
    async (orderList) => {
      const { staff, rows } = await openList('?perPage=60', orderList);
      const [row] = rows;
      expect(row).toMatchObject({ orderNumber: null, customer: null });
      const order = await staff.get(`/api/orders/${row?.orderId}`);
      const again = await staff.get(`/api/invoices?orderId=${row?.orderId}`);
      expect(again.body.data[0]).toMatchObject({
        orderNumber: order.body.data.number,
        customer: order.body.data.customer,
      });
    },
  );

  it.each(orderLists)(
    'finds the orders of its rows by one question about their ids (%s)',
    async (orderList) => {
      const { staff, rows } = await openList('?perPage=15', orderList);
      const dates = rows.map((row) => row.date ?? '').sort();
      const ids = [...new Set(rows.map((row) => row.orderId))];
      const answer = await staff.get(`/api/orders?ids=${ids}&to=${dates.at(-1)}`);
      expect(answer.status).toBe(200);
      const [first] = answer.body.data;
      expect(ids).toContain(first.id);
      expect(first.number).toEqual(expect.any(Number));
      expect(answer.body.data.length).toBeGreaterThan(10);
    },
  );

  it('shows each row’s newest delivery', async () => {
    const { desk, staff, rows } = await openList();
    const [row] = rows;
    await staff.resend({ orders: [{ orderId: row?.orderId, invoiceId: row?.id }] });
    await desk.dispatcher.idle();
    desk.pass(11 * 60_000);
    const second = await staff.resend({ orders: [{ orderId: row?.orderId }], undoSeconds: 30 });
    const list = await staff.get('/api/invoices');
    expect(list.body.data[0].lastDelivery).toMatchObject({
      id: second.body.data.deliveries[0].id,
      state: 'queued',
    });
  });

  it('counts no email for an invoice of the same day that Salla’s webhook told of later', async () => {
    const { desk, staff, rows } = await openList();
    const [{ id, orderId } = { id: 0, orderId: 0 }] = rows;
    await staff.resend({ orders: [{ orderId }] });
    await desk.dispatcher.idle();
    const today = { id, order_id: orderId, type: 'Credit Note', date: '2026-03-10' };
    const webhook = (data: object) => ({
      event: 'invoice.created',
      merchant: demoStoreId,
      created_at: '2026-03-10 12:03:00',
      data,
    });
    const list = () => ({ status: 200, success: true, data: [today], pagination: { total: 1 } });
    desk.sandbox.setFaults([
      { method: 'GET', path: '/admin/v2/orders/invoices', answer: 'body', body: list() },
    ]);
    desk.pass(5 * 60_000);
    const last = async () => (await staff.get('/api/invoices')).body.data[0].lastDelivery;
    expect(await last()).toMatchObject({ state: 'sent' });
    // Of a restored order: this one was made on another day.
    await desk.webhook(webhook({ ...today, date: '2026-03-09' }));
    expect(await last()).toMatchObject({ state: 'sent' });
    expect((await desk.webhook(webhook(today))).status).toBe(200);
    expect(await last()).toBeNull();
  });

  it.each([
    ['perPage=61', 'perPage'],
    ['perPage=0', 'perPage'],
    ['page=0', 'page'],
    ['page=1e3', 'page'],
    ['page=-1', 'page'],
    ['page=1&page=2', 'page'],
    ['from=2026-02-30', 'from'],
    ['from=yesterday', 'from'],
    ['from=2026-03-02&to=2026-03-01', 'to'],
    ['orderId=abc', 'orderId'],
    ['orderId=0', 'orderId'],
    ['q=ahmad', 'q'],
    ['type=tax_invoice', 'type'],
    ['sort=date', 'sort'],
    ['__proto__=1', '__proto__'],
  ])('refuses ?%s and names %s', async (query, field) => {
    const { staff } = await openList();
    const answer = await staff.get(`/api/invoices?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe('bad_request');
    expect(Object.keys(answer.body.fields)).toEqual([field]);
    const inArabic = await staff.get(`/api/invoices?${query}`, { 'Accept-Language': 'ar' });
    expect(inArabic.body.fields[field][0]).toMatch(/[\u0600-\u06ff]/);
  });
});

describe('one invoice', () => {
  it.each(orderLists)(
    'comes whole, with its order’s number and customer, and its deliveries newest first (%s)',
    async (orderList) => {
      const { desk, staff, rows } = await openList('?perPage=60', orderList);
      const row = rows.find(({ type, documentUrl }) => type === 'tax_invoice' && !documentUrl);
      await staff.resend({ orders: [{ orderId: row?.orderId }] });
      await desk.dispatcher.idle();
      desk.pass(1000);
      await staff.resend({ orders: [{ orderId: row?.orderId }], allowRepeat: true });
      await desk.dispatcher.idle();
      const invoice = Invoice.parse((await staff.get(`/api/invoices/${row?.id}`)).body.data);
      expect(invoice.items.length).toBeGreaterThan(0);
      expect(invoice.orderNumber).toEqual(expect.any(Number));
      expect(invoice.customer?.name).toEqual(expect.any(String));
      expect(invoice.deliveries.map(({ state }) => state)).toEqual(['sent', 'sent']);
      const [newest, older] = invoice.deliveries;
      expect(Date.parse(newest?.requestedAt ?? '')).toBeGreaterThan(
        Date.parse(older?.requestedAt ?? ''),
      );
      expect(invoice.lastDelivery?.id).toBe(newest?.id);
    },
  );

  it('tells the address that the customer has now, and the last known one while Salla can’t tell', async () => {
    let email = 'old@example.com';
    const desk = await openInstalledApp({
      between: (onward) => async (request) => {
        const answer = await onward(request);
        if (!/\/orders\/\d+$/.test(request.url)) return answer;
        const body = String(answer.body).replace(/"email":"[^"]*"/, `"email":"${email}"`);
        return { ...answer, body };
      },
    });
    const staff = await desk.openFrame();
    const { id, orderId } = (await staff.get('/api/invoices')).body.data[0];
    const told = async () => (await staff.get(`/api/invoices/${id}`)).body.data.customer.email;
    await staff.get(`/api/orders/${orderId}`);
    expect(await told()).toBe('old@example.com');
    email = 'new@example.com';
    desk.pass(5 * 60_000);
    expect(await told()).toBe('new@example.com');
    desk.pass(5 * 60_000);
    const path = `/admin/v2/orders/${orderId}`;
    desk.sandbox.setFaults([{ method: 'GET', path, answer: '500' }]);
    expect(await told()).toBe('new@example.com');
  });

  it('forgets what Salla says is empty, wherever an order is shown', async () => {
    let gone: 'null' | '""' | null = null;
    const desk = await openInstalledApp({
      between: (onward) => async (request) => {
        const answer = await onward(request);
        if (!/\/orders\/\d+$/.test(request.url) || gone === null) return answer;
        const body = String(answer.body)
          .replaceAll(/"email":"[^"]*"/g, `"email":${gone}`)
          .replaceAll(/"(mobile|first_name|last_name)":("[^"]*"|\d+)/g, `"$1":${gone}`);
        return { ...answer, body };
      },
    });
    const staff = await desk.openFrame();
    const { id, orderId, date } = (await staff.get('/api/invoices')).body.data[0];
    const shown = async () => {
      const invoice = await staff.get(`/api/invoices/${id}`);
      const list = await staff.get(`/api/invoices?orderId=${orderId}`);
      const byIds = await staff.get(`/api/orders?ids=${orderId}&to=${date}`);
      return [invoice.body.data, list.body.data[0], byIds.body.data[0]].map((one) => one.customer);
    };
    const { customer } = (await staff.get(`/api/orders/${orderId}`)).body.data;
    expect(customer).toEqual({
      name: expect.any(String),
      email: expect.any(String),
      mobile: expect.any(String),
    });
    for (const empty of ['null', '""'] as const) {
      gone = null;
      await staff.get(`/api/orders/${orderId}`);
      expect(await shown()).toEqual([customer, customer, customer]);
      gone = empty;
      expect((await staff.get(`/api/orders/${orderId}`)).body.data.customer).toBeNull();
      expect(await shown()).toEqual([null, null, null]);
      desk.pass(2 * 60_000);
      expect([await shown(), await shown()].flat()).toEqual(Array(6).fill(null));
    }
    // What Salla said last is what counts while it can't tell.
    desk.pass(2 * 60_000);
    const path = `/admin/v2/orders/${orderId}`;
    desk.sandbox.setFaults([{ method: 'GET', path, answer: '503' }]);
    expect(await shown()).toEqual([null, null, null]);
  });

  it('keeps the customer where Salla’s list of orders leaves customers out', async () => {
    const desk = await openInstalledApp({
      between: (onward) => async (request) => {
        const answer = await onward(request);
        if (!/\/orders\?/.test(request.url)) return answer;
        const list = JSON.parse(String(answer.body));
        for (const row of list.data) delete row.customer;
        return { ...answer, body: JSON.stringify(list) };
      },
    });
    const staff = await desk.openFrame();
    const { orderId } = (await staff.get('/api/invoices')).body.data[0];
    const { number, customer } = (await staff.get(`/api/orders/${orderId}`)).body.data;
    const [found] = (await staff.get(`/api/orders?q=${number}`)).body.data;
    expect([found.id, found.customer]).toEqual([orderId, customer]);
    const [row] = (await staff.get(`/api/invoices?orderId=${orderId}`)).body.data;
    expect(row.customer).toEqual(customer);
  });

  it('is shown without its order where Salla can’t tell that one', async () => {
    const { desk, staff, rows } = await openList();
    const [row] = rows;
    const path = `/admin/v2/orders/${row?.orderId}`;
    desk.sandbox.setFaults([{ method: 'GET', path, answer: '500' }]);
    const answer = await staff.get(`/api/invoices/${row?.id}`);
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({ orderNumber: null, customer: null });
  });

  it.each([
    ['999999999', 404],
    ['0', 404],
    ['abc', 400],
    ['1.5', 400],
    ['%00', 400],
    ['12345678901234567890', 400],
  ])('answers %s with %d', async (id, status) => {
    const { staff } = await openList();
    expect((await staff.get(`/api/invoices/${id}`)).status).toBe(status);
  });
});

describe('two stores', () => {
  it('never see each other’s invoices, orders or deliveries', async () => {
    const { desk, staff, rows } = await openList();
    const [row] = rows;
    const sent = await staff.resend({ orders: [{ orderId: row?.orderId }] });
    await desk.dispatcher.idle();
    const other = await openSecondStore(desk);
    const [delivery] = sent.body.data.deliveries;
    expect((await other.get('/api/session')).body.store.id).toBe(secondStoreId);
    expect((await other.get(`/api/invoices/${row?.id}`)).status).toBe(404);
    expect((await other.get(`/api/orders/${row?.orderId}`)).status).toBe(404);
    expect((await other.get(`/api/deliveries/${delivery.id}`)).status).toBe(404);
    expect((await other.post(`/api/deliveries/${delivery.id}/retry`)).status).toBe(404);
    expect((await other.post(`/api/deliveries/${delivery.id}/cancel`)).status).toBe(404);
    expect((await other.get('/api/deliveries')).body.page.totalItems).toBe(0);
    const theirs = (await other.get('/api/invoices?perPage=60')).body.data;
    const ours = new Set(rows.map(({ id }) => id));
    expect(theirs.length).toBeGreaterThan(0);
    expect(theirs.filter(({ id }: { id: number }) => ours.has(id))).toEqual([]);
  });
});
