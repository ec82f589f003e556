import { describe, expect, it } from 'vitest';
import { Batch, SkippedPage } from '../../contract/batch.ts';
import { DeliveryBatch } from '../../contract/delivery.ts';
import { openOrders, withEmail } from '../testing/orders.ts';
import { engines } from '../testing/postgres.ts';
import { openSecondStore } from '../testing/testApp.ts';

const sendPath = '/admin/v2/orders/*/send-invoice';

describe.each(engines)('batches over $engine', { timeout: 30_000 }, ({ newUrl }) => {
  /** Someone who has asked for so many orders, which wait to be taken back. */
  async function openBatch(count = 3) {
    const opened = await openOrders({ databaseUrl: await newUrl() });
    const { staff } = opened;
    const orderIds = await withEmail(staff, opened.orderIds);
    const orders = orderIds.slice(0, count).map((orderId) => ({ orderId }));
    const asked = DeliveryBatch.parse((await staff.resend({ orders, undoSeconds: 30 })).body.data);
    const path = `/api/deliveries/batches/${asked.batchId}`;
    const batch = async () => Batch.parse((await staff.get(path)).body.data);
    /** Lets everything leave that may. */
    const send = async () => {
      opened.desk.pass(31_000);
      opened.desk.dispatcher.wake();
      await opened.desk.dispatcher.idle();
    };
    return { ...opened, orderIds, orders, asked, path, batch, send };
  }

  /** The same, sent, of which the first so many were refused. */
  async function openFailed(count: number, failed: number) {
    const opened = await openBatch(count);
    const { desk, send, staff, path, asked } = opened;
    const refused = opened.orders.slice(0, failed);
    desk.sandbox.setFaults(
      refused.map(({ orderId }) => ({ method: 'POST', path: sendPath, orderId, answer: '422' })),
    );
    await send();
    desk.sandbox.setFaults([]);
    const retry = (body: object = {}) => staff.post(`${path}/retry`, body);
    const ids = asked.deliveries.map(({ id }) => id);
    return { ...opened, retry, ids };
  }

  it('are told with who asked, how far they are, and what was held back', async () => {
    const { staff, asked, batch, orderIds, orders } = await openBatch(3);
    const again = orderIds.slice(0, 4).map((orderId) => ({ orderId }));
    const second = await staff.resend({ orders: again, undoSeconds: 30 });
    expect(await batch()).toMatchObject({
      batchId: asked.batchId,
      requestedFrom: 'embedded',
      requestedBy: { name: expect.any(String) },
      paused: false,
      stopped: null,
      counts: { queued: 3, sending: 0, sent: 0, failed: 0, unconfirmed: 0, canceled: 0 },
      skipped: 0,
      retryOf: null,
    });
    const path = `/api/deliveries/batches/${second.body.data.batchId}`;
    expect((await staff.get(path)).body.data).toMatchObject({ skipped: 3, counts: { queued: 1 } });
    const skipped = SkippedPage.parse((await staff.get(`${path}/skipped?perPage=2`)).body);
    expect(skipped).toMatchObject({
      data: orders.slice(0, 2).map(({ orderId }, place) => {
        const { id } = asked.deliveries[place] ?? {};
        return { orderId, reason: 'already_queued', delivery: { id } };
      }),
      page: { number: 1, size: 2, totalItems: 3, totalPages: 2 },
    });
  });

  it('are listed newest first, and by whether something of them is under way', async () => {
    const { desk, staff, asked, send, otherId, orderIds } = await openBatch(2);
    await send();
    const more = [{ orderId: orderIds[5] ?? otherId }];
    const newer = (await staff.resend({ orders: more, undoSeconds: 30 })).body.data.batchId;
    const listed = async (query: string) =>
      (await staff.get(`/api/deliveries/batches${query}`)).body.map((one: Batch) => one.batchId);
    expect(await listed('')).toEqual([newer, asked.batchId]);
    expect(await listed('?active=true')).toEqual([newer]);
    expect(await listed('?active=false')).toEqual([asked.batchId]);
    const neighbour = await openSecondStore(desk);
    expect((await neighbour.get('/api/deliveries/batches')).body).toEqual([]);
    expect((await staff.get('/api/deliveries/batches?active=yes')).status).toBe(400);
  });

  it('are listed although every order of them was held back', async () => {
    const { staff, orders, send } = await openBatch(3);
    await send();
    const { batchId } = (await staff.resend({ orders })).body.data;
    const through = { queued: 0, sending: 0, sent: 0, failed: 0, unconfirmed: 0, canceled: 0 };
    const held = { batchId, counts: through, skipped: 3, secondsLeft: 0, paused: false };
    for (const query of ['', '?active=false']) {
      const [newest] = (await staff.get(`/api/deliveries/batches${query}`)).body;
      expect(newest).toMatchObject(held);
    }
    expect((await staff.get('/api/deliveries/batches?active=true')).body).toEqual([]);
  });

  it('are nobody else’s, whatever is asked of them', async () => {
    const { desk, path, batch } = await openBatch();
    const neighbour = await openSecondStore(desk);
    const changes = ['cancel', 'pause', 'resume', 'retry'].map((change) => `${path}/${change}`);
    const reads = [path, `${path}/skipped`, `${path}.csv`];
    const answers = [
      ...(await Promise.all(reads.map((one) => neighbour.get(one)))),
      ...(await Promise.all(changes.map((one) => neighbour.post(one, {})))),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect(await batch()).toMatchObject({ paused: false, counts: { queued: 3 } });
  });

  it('leave nothing of what is cancelled', async () => {
    const { staff, path, send, emails, batch } = await openBatch();
    await staff.post(`${path}/pause`);
    const canceled = await staff.post(`${path}/cancel`);
    expect(canceled.status).toBe(200);
    expect(Batch.parse(canceled.body.data)).toMatchObject({
      paused: false,
      counts: { queued: 0, canceled: 3 },
      secondsLeft: 0,
    });
    await send();
    expect(emails()).toEqual([]);
    expect((await staff.post(`${path}/cancel`)).body.data).toEqual(await batch());
  });

  it('wait while they are paused, and go on', async () => {
    const { staff, path, send, emails } = await openBatch();
    const paused = await staff.post(`${path}/pause`);
    expect([paused.status, paused.body.data.paused]).toEqual([200, true]);
    expect((await staff.post(`${path}/pause`)).body.data).toEqual(paused.body.data);
    await send();
    expect(emails()).toEqual([]);
    const resumed = await staff.post(`${path}/resume`);
    expect([resumed.status, resumed.body.data.paused]).toEqual([200, false]);
    await send();
    expect(emails()).toHaveLength(3);
  });

  it('stay as they are once they are through', async () => {
    const { staff, path, send, batch } = await openBatch();
    await send();
    const through = await batch();
    for (const change of ['pause', 'resume', 'cancel']) {
      const answer = await staff.post(`${path}/${change}`);
      expect([answer.status, answer.body.data]).toEqual([200, through]);
    }
  });

  it('send their failed ones anew, each once, and say what follows them', async () => {
    const { desk, staff, asked, retry, ids, emails } = await openFailed(4, 2);
    const retried = await retry();
    expect(retried.status).toBe(202);
    const { batchId, deliveries } = DeliveryBatch.parse(retried.body.data);
    expect(deliveries.map(({ orderId }) => orderId)).toEqual(
      asked.deliveries.slice(0, 2).map(({ orderId }) => orderId),
    );
    const newer = (await staff.get(`/api/deliveries/batches/${batchId}`)).body.data;
    expect(newer.retryOf).toBe(asked.batchId);
    const old = (await staff.get(`/api/deliveries/${ids[0]}`)).body.data;
    expect(old).toMatchObject({ state: 'failed', followedBy: deliveries[0]?.id });
    await desk.dispatcher.idle();
    expect(emails()).toHaveLength(4);
    const again = await retry();
    expect([again.status, again.body.code]).toEqual([409, 'conflict']);
  });

  it('send the chosen failed ones alone', async () => {
    const { retry, ids, asked } = await openFailed(3, 3);
    const { deliveries } = (await retry({ deliveryIds: [ids[1]] })).body.data;
    expect(deliveries).toMatchObject([{ orderId: asked.deliveries[1]?.orderId }]);
    expect((await retry()).body.data.deliveries).toHaveLength(2);
  });

  it('name the chosen ones that can’t be sent anew, and send none then', async () => {
    const { retry, ids, emails, desk } = await openFailed(3, 2);
    const before = emails().length;
    const answer = await retry({ deliveryIds: [ids[0], ids[2], 'nothing'] });
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid_fields']);
    expect(answer.body.fields).toEqual({
      'deliveryIds.1': ['This is not a failed, unconfirmed or cancelled delivery of this batch.'],
      'deliveryIds.2': ['This is not a failed, unconfirmed or cancelled delivery of this batch.'],
    });
    await desk.dispatcher.idle();
    expect(emails()).toHaveLength(before);
  });

  it('name a chosen one that was sent anew and failed again', async () => {
    const { desk, retry, ids, orders } = await openFailed(2, 1);
    const { orderId } = orders[0] ?? {};
    desk.sandbox.setFaults([{ method: 'POST', path: sendPath, orderId, answer: '422' }]);
    await retry({ deliveryIds: [ids[0]] });
    await desk.dispatcher.idle();
    const again = await retry({ deliveryIds: [ids[0]] });
    expect([again.status, again.body.fields]).toEqual([
      422,
      { 'deliveryIds.0': ['This was sent again already.'] },
    ]);
  });

  it('hold back failed ones whose order is under way or went out since', async () => {
    const { desk, staff, retry, orders } = await openFailed(3, 3);
    const [first, second] = orders;
    await staff.resend({ orders: [first] });
    await desk.dispatcher.idle();
    await staff.resend({ orders: [second], undoSeconds: 30 });
    const { deliveries, skipped } = (await retry()).body.data;
    expect(deliveries).toMatchObject([{ orderId: orders[2]?.orderId }]);
    expect(skipped).toMatchObject([
      { orderId: first?.orderId, reason: 'sent_recently' },
      { orderId: second?.orderId, reason: 'already_queued' },
    ]);
  });
});
