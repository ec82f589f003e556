import { describe, expect, it } from 'vitest';
import { connected, installedTokens, storeId } from '../../testing/connectedStore.ts';

const query = { page: 1, perPage: 15 };

describe('invoices', () => {
  it('come a page at a time, newest first, all of them readable', async () => {
    const { client } = await connected();
    const first = await client.listInvoices(storeId, { page: 1, perPage: 60 });
    expect(first.data).toHaveLength(Math.min(60, first.page.totalItems));
    expect(first.page).toMatchObject({ number: 1, size: 60 });
    const dates = first.data.map((row) => row.date ?? '');
    expect(dates).toEqual(dates.toSorted().reverse());
    for (const row of first.data) {
      expect(row.typeLabel).not.toBe('');
      expect(row.type).not.toBe('other');
    }
  });

  it('are narrowed by day and by order', async () => {
    const { client } = await connected();
    const { data } = await client.listInvoices(storeId, query);
    const row = data.at(3);
    if (row?.date == null) throw new Error('no dated row');
    const ofDay = await client.listInvoices(storeId, { ...query, from: row.date, to: row.date });
    expect(new Set(ofDay.data.map(({ date }) => date))).toEqual(new Set([row.date]));
    const ofOrder = await client.listInvoices(storeId, { ...query, orderId: row.orderId });
    expect(ofOrder.data.map(({ id }) => id)).toContain(row.id);
    expect(new Set(ofOrder.data.map(({ orderId }) => orderId))).toEqual(new Set([row.orderId]));
  });

  it('are read whole, and each page holds what its row said', async () => {
    const { client } = await connected();
    const { data } = await client.listInvoices(storeId, query);
    for (const row of data) {
      const invoice = await client.getInvoice(storeId, row.id);
      expect(invoice).toMatchObject({ id: row.id, orderId: row.orderId, total: row.total });
    }
  });

  it('come in a list that PHP keyed by numbers as well', async () => {
    const keyed = await connected({
      between: async (request, onward) => {
        const answer = await onward(request);
        if (!request.url.includes('/orders')) return answer;
        const body = JSON.parse(String(answer.body));
        if (Array.isArray(body.data)) body.data = { ...body.data };
        if (Array.isArray(body.data.items)) body.data.items = { ...body.data.items };
        return { ...answer, body: JSON.stringify(body) };
      },
    });
    const plain = await connected();
    expect(await keyed.client.listInvoices(storeId, query)).toEqual(
      await plain.client.listInvoices(storeId, query),
    );
    const orders = await keyed.client.listOrders(storeId, {});
    expect(orders).toEqual(await plain.client.listOrders(storeId, {}));
    const [first] = orders.data;
    expect(await keyed.client.getOrder(storeId, first?.id ?? 0)).toEqual(
      await plain.client.getOrder(storeId, first?.id ?? 0),
    );
  });

  it('that do not exist are not found', async () => {
    const { client } = await connected();
    await expect(client.getInvoice(storeId, 1)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('orders', () => {
  it('are found by number, exactly that one first', async () => {
    const { client } = await connected();
    const { data } = await client.listOrders(storeId, { perPage: 60 });
    const order = data.find(({ number }) => number !== null);
    if (order === undefined) throw new Error('no order with a number');
    const found = await client.searchOrders(storeId, `#${order.number}`);
    expect(found[0]).toEqual(order);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  });

  it("are found by the customer's name and by every way to write the mobile", async () => {
    const { client } = await connected();
    const { data } = await client.listOrders(storeId, { perPage: 60 });
    const order = data.find(({ customer }) => /^\+966\d{9}$/.test(customer.mobile ?? ''));
    const mobile = order?.customer.mobile?.slice(4) ?? '';
    const arabic = mobile.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)));
    const spaced = `${mobile.slice(0, 2)} ${mobile.slice(2, 5)} ${mobile.slice(5)}`;
    for (const q of [
      order?.customer.name ?? '',
      mobile,
      `0${mobile}`,
      `+966${mobile}`,
      `00966${mobile}`,
      `+966 ${spaced}`,
      `٠${arabic}`,
    ]) {
      const found = await client.searchOrders(storeId, q);
      expect(found.map(({ id }) => id)).toContain(order?.id);
    }
  });

  it('have amounts and an address in the dashboard', async () => {
    const { client } = await connected();
    const [row] = (await client.listOrders(storeId, {})).data;
    const order = await client.getOrder(storeId, row?.id ?? 0);
    expect(order).toMatchObject({ id: row?.id, number: row?.number, total: row?.total });
    expect(order.amounts.subTotal).toMatchObject({ currency: 'SAR' });
    expect(order.adminUrl).toMatch(/^https:\/\/s\.salla\.sa\//);
  });
});

describe('a send', () => {
  it('is one email to the customer', async () => {
    const { client, sandbox, send } = await connected();
    const orderId = await orderToSend(client);
    expect(await send(storeId, orderId)).toEqual({
      outcome: 'sent',
      message: 'تم ارسال رسالة الفاتورة بنجاح',
    });
    expect(sandbox.mailbox().map((mail) => mail.orderId)).toEqual([orderId]);
  });

  it('of an order without an address says so, though Salla does not', async () => {
    const { client, sandbox, send } = await connected();
    const orderId = await orderToSend(client, false);
    expect(await send(storeId, orderId)).toMatchObject({
      outcome: 'failed',
      reason: 'no_email',
    });
    expect(sandbox.mailbox()).toEqual([]);
  });

  it('goes on after a refresh where the token had ended, and is still one email', async () => {
    const { client, clock, sandbox, tokens, refreshes, send } = await connected();
    const orderId = await orderToSend(client);
    const ended = installedTokens(sandbox, clock, { expiresInSeconds: -1 });
    await tokens.save(storeId, { ...ended, expiresAt: clock.now() + 86_400_000 });
    expect(await send(storeId, orderId)).toMatchObject({ outcome: 'sent' });
    expect(refreshes()).toBe(1);
    expect(sandbox.mailbox()).toHaveLength(1);
  });

  it.each([
    ['429', { outcome: 'not_sent', reason: 'rate_limited', retryAfterSeconds: 1 }],
    ['503', { outcome: 'not_sent', reason: 'unavailable' }],
    ['500', { outcome: 'unconfirmed', reason: 'salla_error' }],
    ['422', { outcome: 'failed', reason: 'refused' }],
    ['reset', { outcome: 'unconfirmed', reason: 'interrupted' }],
    ['hang', { outcome: 'unconfirmed', reason: 'timeout' }],
  ] as const)('that meets a %s is asked for once', async (answer, expected) => {
    const { client, sandbox, requests, send } = await connected({
      between: (request, onward) =>
        onward(request.url.endsWith('/send-invoice') ? { ...request, timeoutMs: 500 } : request),
    });
    const orderId = await orderToSend(client);
    sandbox.setFaults([{ method: 'POST', path: '/admin/v2/orders/*/send-invoice', answer }]);
    expect(await send(storeId, orderId)).toMatchObject(expected);
    expect(requests.filter(({ url }) => url.endsWith('/send-invoice'))).toHaveLength(1);
    expect(sandbox.mailbox()).toEqual([]);
  });

  it('is not asked for while Salla wants us to stay away', async () => {
    const { client, clock, sandbox, requests, send, rateLimiter } = await connected();
    const orderId = await orderToSend(client);
    const path = '/admin/v2/orders/*/send-invoice';
    sandbox.setFaults([{ method: 'POST', path, answer: '429', ms: 30_000, times: 1 }]);
    await send(storeId, orderId);
    clock.pass(10_000);
    const before = requests.length;
    expect(rateLimiter.take(storeId, 'interactive')).toEqual({ waitMs: 20_000 });
    expect(requests).toHaveLength(before);
    clock.pass(20_000);
    expect(await send(storeId, orderId)).toMatchObject({ outcome: 'sent' });
  });

  it('of a store without tokens fails for want of a connection', async () => {
    const { send } = await connected();
    expect(await send(7, 1)).toMatchObject({
      outcome: 'failed',
      reason: 'reconnect',
    });
  });

  it('without the scope for it is forbidden', async () => {
    const { client, clock, sandbox, tokens, send } = await connected();
    const orderId = await orderToSend(client);
    await tokens.save(storeId, installedTokens(sandbox, clock, { scope: 'orders.read' }));
    expect(await send(storeId, orderId)).toMatchObject({
      outcome: 'failed',
      reason: 'forbidden',
    });
  });
});

/** An order that has an invoice, with an address to send to or without. */
async function orderToSend(
  client: Awaited<ReturnType<typeof connected>>['client'],
  hasEmail = true,
): Promise<number> {
  const { data } = await client.listInvoices(storeId, { page: 1, perPage: 60 });
  for (const { orderId } of data) {
    const { customer } = await client.getOrder(storeId, orderId);
    if ((customer.email !== null) === hasEmail) return orderId;
  }
  throw new Error('the demo shop has no such order');
}
