import { describe, expect, it } from 'vitest';
import { Delivery, DeliveryBatch, DeliveryPage } from '../../contract/delivery.ts';
import { openOrders } from '../testing/orders.ts';
import { engines } from '../testing/postgres.ts';

describe.each(engines)('asking for a resend over $engine', ({ newUrl }) => {
  it('queues it, sends it, and mails the customer once', async () => {
    const { desk, staff, orderId, emails } = await openOrders({ databaseUrl: await newUrl() });
    const invoiceId = (await staff.get(`/api/invoices?orderId=${orderId}`)).body.data[0].id;
    const asked = await staff.resend({ orders: [{ orderId, invoiceId }] });
    expect(asked.status).toBe(202);
    const [queued] = DeliveryBatch.parse(asked.body.data).deliveries;
    expect(queued).toMatchObject({
      orderId,
      invoiceId,
      state: 'queued',
      attempts: 0,
      requestedFrom: 'embedded',
      requestedBy: { name: expect.any(String) },
      finishedAt: null,
    });
    await desk.dispatcher.idle();
    const sent = await staff.get(`/api/deliveries/${queued?.id}`);
    expect(Delivery.parse(sent.body.data)).toMatchObject({
      state: 'sent',
      reason: null,
      attempts: 1,
      message: 'تم ارسال رسالة الفاتورة بنجاح',
    });
    expect(emails()).toEqual([orderId]);
  });

  it('needs an Idempotency-Key, and says so', async () => {
    const { staff, sentOrders } = await openOrders({ databaseUrl: await newUrl() });
    const answer = await staff.post('/api/deliveries', { orders: sentOrders });
    expect(answer.status).toBe(400);
    expect(answer.body.fields['Idempotency-Key']).toEqual(['This is required.']);
  });

  it('answers a repeat of the same call as the first, and mails nobody again', async () => {
    const { desk, staff, sentOrders, emails } = await openOrders({ databaseUrl: await newUrl() });
    const first = await staff.resend({ orders: sentOrders }, 'one key');
    await desk.dispatcher.idle();
    const second = await staff.resend({ orders: sentOrders, allowRepeat: false }, 'one key');
    await desk.dispatcher.idle();
    expect(second.body).toEqual(first.body);
    expect(emails()).toHaveLength(1);
  });

  it('answers two of the same call at one time alike', async () => {
    const { desk, staff, sentOrders, emails } = await openOrders({ databaseUrl: await newUrl() });
    const both = await Promise.all(
      ['one key', 'one key'].map((key) => staff.resend({ orders: sentOrders }, key)),
    );
    await desk.dispatcher.idle();
    expect(both[0]?.body).toEqual(both[1]?.body);
    expect(emails()).toHaveLength(1);
  });

  it('refuses the same key for something else', async () => {
    const { staff, sentOrders, otherId } = await openOrders({ databaseUrl: await newUrl() });
    await staff.resend({ orders: sentOrders }, 'one key');
    const other = await staff.resend({ orders: [{ orderId: otherId }] }, 'one key');
    expect([other.status, other.body.code]).toEqual([409, 'conflict']);
  });

  it('forgets a key after a day', async () => {
    const { desk, staff, sentOrders, emails } = await openOrders({ databaseUrl: await newUrl() });
    await staff.resend({ orders: sentOrders }, 'one key');
    await desk.dispatcher.idle();
    desk.pass(24 * 3600_000 + 1);
    const tomorrow = await desk.openFrame();
    await tomorrow.resend({ orders: sentOrders }, 'one key');
    await desk.dispatcher.idle();
    expect(emails()).toHaveLength(2);
  });

  it('takes an order named twice once', async () => {
    const { staff, orderId, otherId } = await openOrders({ databaseUrl: await newUrl() });
    const orders = [{ orderId }, { orderId: otherId }, { orderId }];
    const { deliveries } = (await staff.resend({ orders, undoSeconds: 30 })).body.data;
    expect(deliveries.map((delivery: Delivery) => delivery.orderId)).toEqual([orderId, otherId]);
  });

  it('holds back what was sent a few minutes ago, unless a repeat is allowed', async () => {
    const { desk, staff, sentOrders, orderId, emails } = await openOrders({
      databaseUrl: await newUrl(),
    });
    const first = await staff.resend({ orders: sentOrders });
    await desk.dispatcher.idle();
    desk.pass(9 * 60_000);
    const { deliveries, skipped } = (await staff.resend({ orders: sentOrders })).body.data;
    expect(deliveries).toEqual([]);
    expect(skipped).toMatchObject([
      { orderId, reason: 'sent_recently', delivery: { id: first.body.data.deliveries[0].id } },
    ]);
    await staff.resend({ orders: sentOrders, allowRepeat: true });
    await desk.dispatcher.idle();
    expect(emails()).toHaveLength(2);
  });

  it('holds back what may have gone out a few minutes ago, unless a repeat is allowed', async () => {
    const { desk, staff, sentOrders, orderId, emails, resend } = await openOrders({
      databaseUrl: await newUrl(),
    });
    const path = '/admin/v2/orders/*/send-invoice';
    desk.sandbox.setFaults([{ method: 'POST', path, answer: '500', times: 1 }]);
    const id = await resend();
    await desk.dispatcher.idle();
    const { deliveries, skipped } = (await staff.resend({ orders: sentOrders })).body.data;
    expect(deliveries).toEqual([]);
    expect(skipped).toMatchObject([
      { orderId, reason: 'sent_recently', delivery: { id, state: 'unconfirmed' } },
    ]);
    await staff.resend({ orders: sentOrders, allowRepeat: true });
    await desk.dispatcher.idle();
    expect(emails()).toHaveLength(1);
  });

  it('sends at once what a person says never went out', async () => {
    const { desk, staff, sentOrders, emails, resend } = await openOrders({
      databaseUrl: await newUrl(),
    });
    const path = '/admin/v2/orders/*/send-invoice';
    desk.sandbox.setFaults([{ method: 'POST', path, answer: '500', times: 1 }]);
    const id = await resend();
    await desk.dispatcher.idle();
    await staff.post(`/api/deliveries/${id}/resolve`, { outcome: 'not_sent' });
    await staff.resend({ orders: sentOrders });
    await desk.dispatcher.idle();
    expect(emails()).toHaveLength(1);
  });

  it('sends again without being told twice after ten minutes', async () => {
    const { desk, staff, sentOrders, emails } = await openOrders({ databaseUrl: await newUrl() });
    await staff.resend({ orders: sentOrders });
    await desk.dispatcher.idle();
    desk.pass(10 * 60_000);
    await staff.resend({ orders: sentOrders });
    await desk.dispatcher.idle();
    expect(emails()).toHaveLength(2);
  });

  it('holds back what is queued, even where a repeat is allowed', async () => {
    const { staff, sentOrders } = await openOrders({ databaseUrl: await newUrl() });
    await staff.resend({ orders: sentOrders, undoSeconds: 30 });
    const again = await staff.resend({ orders: sentOrders, allowRepeat: true });
    expect(again.body.data.deliveries).toEqual([]);
    expect(again.body.data.skipped[0].reason).toBe('already_queued');
  });

  it('queues an order once however many ask at one time', async () => {
    const { desk, staff, sentOrders, emails } = await openOrders({ databaseUrl: await newUrl() });
    const calls = Array.from({ length: 8 }, () => staff.resend({ orders: sentOrders }));
    const answers = await Promise.all(calls);
    await desk.dispatcher.idle();
    const queued = answers.flatMap(({ body }) => body.data.deliveries);
    expect(queued).toHaveLength(1);
    expect(emails()).toHaveLength(1);
  });

  it('takes 1,000 orders and no more', async () => {
    const { staff } = await openOrders({ databaseUrl: await newUrl() });
    const many = Array.from({ length: 1001 }, (_, index) => ({ orderId: index + 1 }));
    const tooMany = await staff.resend({ orders: many, undoSeconds: 30 });
    expect(tooMany.status).toBe(422);
    expect(Object.keys(tooMany.body.fields)).toEqual(['orders']);
    const enough = await staff.resend({ orders: many.slice(1), undoSeconds: 30 });
    expect(enough.body.data.deliveries).toHaveLength(1000);
  });

  it.each([
    [{}, 'orders'],
    [{ orders: [] }, 'orders'],
    [{ orders: 'all' }, 'orders'],
    [{ orders: [{ orderId: -1 }] }, 'orders.0.orderId'],
    [{ orders: [{ orderId: '1' }] }, 'orders.0.orderId'],
    [{ orders: [{}] }, 'orders.0.orderId'],
    [{ orders: [{ orderId: 1 }], undoSeconds: 31 }, 'undoSeconds'],
    [{ orders: [{ orderId: 1 }], allowRepeat: 'yes' }, 'allowRepeat'],
    [{ orders: [{ orderId: 1 }], undoSecond: 5 }, 'undoSecond'],
    [{ orders: [{ orderId: 1, invoice: 2 }] }, 'orders.0.invoice'],
    [[], 'body'],
    [null, 'body'],
  ])('refuses %j and names %s', async (body, field) => {
    const { desk, staff, emails } = await openOrders({ databaseUrl: await newUrl() });
    const answer = await staff.resend(body);
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid_fields']);
    expect(Object.keys(answer.body.fields)).toEqual([field]);
    await desk.dispatcher.idle();
    expect(emails()).toEqual([]);
  });
});

describe('the list of deliveries', () => {
  it('is newest first, filtered, with counts of every state', async () => {
    const { desk, staff, orderId, otherId, thirdId } = await openOrders();
    await staff.resend({ orders: [{ orderId }, { orderId: otherId }] });
    await desk.dispatcher.idle();
    desk.pass(1000);
    await staff.resend({ orders: [{ orderId: thirdId }], undoSeconds: 30 });
    const all = DeliveryPage.parse((await staff.get('/api/deliveries')).body);
    expect(all.data.map((delivery) => delivery.orderId)).toEqual([thirdId, orderId, otherId]);
    expect(all.counts).toEqual({
      queued: 1,
      sending: 0,
      sent: 2,
      failed: 0,
      unconfirmed: 0,
      canceled: 0,
    });
    const sent = (await staff.get('/api/deliveries?state=sent&perPage=1&page=2')).body;
    expect(sent.data.map((delivery: Delivery) => delivery.orderId)).toEqual([otherId]);
    expect(sent.page).toEqual({ number: 2, size: 1, totalItems: 2, totalPages: 2 });
    expect(sent.counts).toEqual(all.counts);
    const ofOrder = (await staff.get(`/api/deliveries?orderId=${thirdId}`)).body;
    expect(ofOrder.page.totalItems).toBe(1);
  });

  it('refuses a state that is none', async () => {
    const { staff } = await openOrders();
    const answer = await staff.get('/api/deliveries?state=lost');
    expect(answer.body.fields.state[0]).toContain('queued, sending');
  });

  it('does not know what was never asked for', async () => {
    const { staff } = await openOrders();
    expect((await staff.get('/api/deliveries/nothing')).status).toBe(404);
    expect((await staff.post('/api/deliveries/nothing/cancel')).status).toBe(404);
    const resolved = await staff.post('/api/deliveries/nothing/resolve', { outcome: 'sent' });
    expect(resolved.status).toBe(404);
  });
});
