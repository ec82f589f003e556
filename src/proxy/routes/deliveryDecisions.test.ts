import { describe, expect, it } from 'vitest';
import { openOrders } from '../testing/orders.ts';
import { engines } from '../testing/postgres.ts';

describe.each(engines)('taking one back, over $engine', ({ newUrl }) => {
  it('works while it waits, and then it never leaves', async () => {
    const { desk, staff, sentOrders, emails } = await openOrders({ databaseUrl: await newUrl() });
    const asked = await staff.resend({ orders: sentOrders, undoSeconds: 5 });
    const { id } = asked.body.data.deliveries[0];
    await desk.dispatcher.idle();
    expect((await staff.get(`/api/deliveries/${id}`)).body.data.state).toBe('queued');
    const canceled = await staff.post(`/api/deliveries/${id}/cancel`);
    expect([canceled.status, canceled.body.data.state]).toEqual([200, 'canceled']);
    desk.pass(6000);
    desk.dispatcher.wake();
    await desk.dispatcher.idle();
    expect(emails()).toEqual([]);
  });

  it('comes too late once it left', async () => {
    const { desk, staff, sentOrders, emails } = await openOrders({ databaseUrl: await newUrl() });
    const asked = await staff.resend({ orders: sentOrders, undoSeconds: 5 });
    const { id } = asked.body.data.deliveries[0];
    desk.pass(5000);
    desk.dispatcher.wake();
    await desk.dispatcher.idle();
    const late = await staff.post(`/api/deliveries/${id}/cancel`);
    expect([late.status, late.body.code]).toEqual([409, 'conflict']);
    expect(emails()).toHaveLength(1);
  });
});

describe.each(engines)('sending one again, over $engine', ({ newUrl }) => {
  it('queues a failed one as a new delivery, once', async () => {
    const { desk, staff, sentOrders, orderId, emails } = await openOrders({
      databaseUrl: await newUrl(),
    });
    const path = '/admin/v2/orders/*/send-invoice';
    desk.sandbox.setFaults([{ method: 'POST', path, answer: '422', times: 1 }]);
    const asked = await staff.resend({ orders: sentOrders });
    const { id } = asked.body.data.deliveries[0];
    await desk.dispatcher.idle();
    expect((await staff.get(`/api/deliveries/${id}`)).body.data).toMatchObject({
      state: 'failed',
      reason: 'refused',
    });
    const retried = await staff.post(`/api/deliveries/${id}/retry`);
    expect(retried.status).toBe(202);
    expect(retried.body.data).toMatchObject({ orderId, state: 'queued' });
    expect(retried.body.data.id).not.toBe(id);
    await desk.dispatcher.idle();
    const again = await staff.post(`/api/deliveries/${id}/retry`);
    expect(again.status).toBe(409);
    await desk.dispatcher.idle();
    expect(emails()).toHaveLength(1);
  });

  it('is refused for one that was sent, or is waiting', async () => {
    const { desk, staff, sentOrders, otherId } = await openOrders({ databaseUrl: await newUrl() });
    const sent = (await staff.resend({ orders: sentOrders })).body.data.deliveries[0].id;
    await desk.dispatcher.idle();
    const waiting = await staff.resend({ orders: [{ orderId: otherId }], undoSeconds: 30 });
    const queued = waiting.body.data.deliveries[0].id;
    expect((await staff.post(`/api/deliveries/${sent}/retry`)).status).toBe(409);
    expect((await staff.post(`/api/deliveries/${queued}/retry`)).status).toBe(409);
  });

  it('is held back where another delivery of the order may have gone out', async () => {
    const { desk, staff, sentOrders, emails, resend } = await openOrders({
      databaseUrl: await newUrl(),
    });
    const asked = await staff.resend({ orders: sentOrders, undoSeconds: 30 });
    const { id } = asked.body.data.deliveries[0];
    await staff.post(`/api/deliveries/${id}/cancel`);
    const path = '/admin/v2/orders/*/send-invoice';
    desk.sandbox.setFaults([{ method: 'POST', path, answer: '500', times: 1 }]);
    await resend();
    await desk.dispatcher.idle();
    const retried = await staff.post(`/api/deliveries/${id}/retry`);
    expect([retried.status, retried.body.detail]).toEqual([
      409,
      expect.stringContaining('may have gone out'),
    ]);
    await desk.dispatcher.idle();
    expect(emails()).toEqual([]);
  });

  it('goes on from one that was sent anew unconfirmed and then refused', async () => {
    const { desk, staff, emails, resend } = await openOrders();
    const path = '/admin/v2/orders/*/send-invoice';
    const fail = (answer: '500' | '422') => {
      desk.sandbox.setFaults([{ method: 'POST', path, answer, times: 1 }]);
    };
    fail('500');
    const unclear = await resend();
    await desk.dispatcher.idle();
    fail('422');
    const refused = (await staff.post(`/api/deliveries/${unclear}/retry`)).body.data.id;
    await desk.dispatcher.idle();
    const again = await staff.post(`/api/deliveries/${refused}/retry`);
    expect(again.status).toBe(202);
    await desk.dispatcher.idle();
    expect(emails()).toHaveLength(1);
    expect((await staff.get(`/api/deliveries/${unclear}`)).body.data).toMatchObject({
      state: 'unconfirmed',
      followedBy: refused,
    });
  });

  it('is held back where the order was sent by another delivery meanwhile', async () => {
    const { desk, staff, sentOrders, emails } = await openOrders({ databaseUrl: await newUrl() });
    const asked = await staff.resend({ orders: sentOrders, undoSeconds: 30 });
    const { id } = asked.body.data.deliveries[0];
    await staff.post(`/api/deliveries/${id}/cancel`);
    await staff.resend({ orders: sentOrders });
    await desk.dispatcher.idle();
    expect((await staff.post(`/api/deliveries/${id}/retry`)).status).toBe(409);
    expect(emails()).toHaveLength(1);
  });

  it('leaves nothing to be decided about the one before', async () => {
    const { desk, staff, resend, deliveryOf } = await openOrders({ databaseUrl: await newUrl() });
    const path = '/admin/v2/orders/*/send-invoice';
    desk.sandbox.setFaults([{ method: 'POST', path, answer: '500', times: 1 }]);
    const unclear = await resend();
    await desk.dispatcher.idle();
    const newer = (await staff.post(`/api/deliveries/${unclear}/retry`)).body.data.id;
    const decided = await staff.post(`/api/deliveries/${unclear}/resolve`, { outcome: 'sent' });
    expect([decided.status, decided.body.detail]).toEqual([
      409,
      expect.stringContaining('sent again already'),
    ]);
    await desk.dispatcher.idle();
    expect([await deliveryOf(unclear), await deliveryOf(newer)]).toMatchObject([
      { state: 'unconfirmed', resolvedBy: null },
      { state: 'sent' },
    ]);
  });
});
