import { describe, expect, it } from 'vitest';
import { Batch } from '../../contract/batch.ts';
import { DeliveryBatch } from '../../contract/delivery.ts';
import { advanceTime } from '../testing/advanceTime.ts';
import { openOrders, withEmail } from '../testing/orders.ts';
import { engines } from '../testing/postgres.ts';
import { openSecondStore } from '../testing/testApp.ts';

const sendPath = '/admin/v2/orders/*/send-invoice';

describe.each(engines)('many of a batch at once, over $engine', { timeout: 30_000 }, (engine) => {
  /** Someone who asked for four orders, of which nobody knows whether the first three went out. */
  async function openUnclear() {
    const opened = await openOrders({ databaseUrl: await engine.newUrl() });
    const { desk, staff } = opened;
    const orderIds = await withEmail(staff, opened.orderIds);
    const orders = orderIds.slice(0, 4).map((orderId) => ({ orderId }));
    desk.sandbox.setFaults(
      orders
        .slice(0, 3)
        .map(({ orderId }) => ({ method: 'POST', path: sendPath, orderId, answer: '500' })),
    );
    const asked = DeliveryBatch.parse((await staff.resend({ orders })).body.data);
    await advanceTime([desk], 10);
    desk.sandbox.setFaults([]);
    const path = `/api/deliveries/batches/${asked.batchId}`;
    const ids = asked.deliveries.map(({ id }) => id);
    return {
      ...opened,
      orderIds,
      orders,
      path,
      ids,
      unclear: ids.slice(0, 3),
      batch: async () => Batch.parse((await staff.get(path)).body.data),
      resolve: (body: object, headers = {}) => staff.post(`${path}/resolve`, body, headers),
      retry: (body: object, headers = {}) => staff.post(`${path}/retry`, body, headers),
    };
  }

  it('are decided in one call, which keeps who decided', async () => {
    const { staff, unclear, resolve, batch, deliveryOf } = await openUnclear();
    expect((await batch()).counts).toMatchObject({ unconfirmed: 3, sent: 1 });
    const decided = await resolve({ deliveryIds: unclear.slice(0, 2), outcome: 'sent' });
    expect(decided.status).toBe(200);
    const { counts } = Batch.parse(decided.body.data);
    expect(counts).toMatchObject({ unconfirmed: 1, sent: 3, failed: 0 });
    const last = await resolve({ deliveryIds: unclear.slice(2), outcome: 'not_sent' });
    expect(last.body.data.counts).toMatchObject({ unconfirmed: 0, sent: 3, failed: 1 });
    const { id, name } = (await staff.get('/api/session')).body.user;
    for (const one of unclear) {
      expect((await deliveryOf(one)).resolvedBy).toEqual({ id, name });
    }
  });

  it('are decided all or none, and those that can’t be are named', async () => {
    const { unclear, ids, resolve, retry, batch } = await openUnclear();
    const { counts } = await batch();
    await retry({ deliveryIds: [unclear[1]] });
    const deliveryIds = [unclear[0], unclear[1], ids[3], 'nothing', unclear[2]];
    const refused = await resolve({ deliveryIds, outcome: 'sent' });
    expect([refused.status, refused.body.code, refused.body.fields]).toEqual([
      422,
      'invalid_fields',
      {
        'deliveryIds.1': ['This was sent again already.'],
        'deliveryIds.2': ['This is not an unconfirmed delivery of this batch.'],
        'deliveryIds.3': ['This is not an unconfirmed delivery of this batch.'],
      },
    ]);
    const arabic = await resolve({ deliveryIds, outcome: 'sent' }, { 'Accept-Language': 'ar' });
    expect(arabic.body.fields).toMatchObject({
      'deliveryIds.1': ['أُعيد إرسالها من قبل.'],
      'deliveryIds.2': ['ليست عملية غير مؤكدة من مجموعة الإرسال هذه.'],
    });
    expect((await batch()).counts).toEqual(counts);
  });

  it('are decided by one of two who decide at the same moment', async () => {
    const { desk, path, unclear, deliveryOf } = await openUnclear();
    const people = [await desk.openFrame({ userId: 77 }), await desk.openFrame({ userId: 78 })];
    const answers = await Promise.all(
      people.map((person, at) =>
        person.post(`${path}/resolve`, {
          deliveryIds: at === 0 ? unclear : unclear.toReversed(),
          outcome: at === 0 ? 'sent' : 'not_sent',
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    const decided = await Promise.all(unclear.map(deliveryOf));
    expect(new Set(decided.map(({ resolvedBy, state }) => `${resolvedBy.id} ${state}`)).size).toBe(
      1,
    );
  });

  it('stay unconfirmed when they are sent anew, for nobody said that they didn’t go out', async () => {
    const { desk, unclear, retry, deliveryOf, emails, orders, batch } = await openUnclear();
    const retried = await retry({ deliveryIds: unclear });
    const { deliveries } = DeliveryBatch.parse(retried.body.data);
    expect([retried.status, deliveries.map(({ orderId }) => orderId)]).toEqual([
      202,
      orders.slice(0, 3).map(({ orderId }) => orderId),
    ]);
    await advanceTime([desk], 5);
    expect(new Set(emails())).toEqual(new Set(orders.map(({ orderId }) => orderId)));
    expect(emails()).toHaveLength(4);
    for (const [place, id] of unclear.entries()) {
      expect(await deliveryOf(id)).toMatchObject({
        state: 'unconfirmed',
        resolvedBy: null,
        followedBy: deliveries[place]?.id,
      });
    }
    expect((await batch()).counts).toMatchObject({ unconfirmed: 3, failed: 0 });
  });

  it('are sent anew although they were cancelled, where they are named', async () => {
    const { desk, staff, orderIds, emails } = await openUnclear();
    const orders = orderIds.slice(4, 6).map((orderId) => ({ orderId }));
    const asked = (await staff.resend({ orders, undoSeconds: 30 })).body.data;
    const path = `/api/deliveries/batches/${asked.batchId}`;
    await staff.post(`${path}/cancel`);
    expect((await staff.post(`${path}/retry`, {})).status).toBe(409);
    const deliveryIds = asked.deliveries.slice(0, 1).map(({ id }: { id: string }) => id);
    const retried = await staff.post(`${path}/retry`, { deliveryIds });
    expect(retried.body.data.deliveries).toHaveLength(1);
    await advanceTime([desk], 40);
    const [named, other] = orders.map(({ orderId }) => orderId);
    expect(emails().filter((id) => id === named || id === other)).toEqual([named]);
  });

  it('are nobody else’s to decide', async () => {
    const { desk, path, unclear, batch } = await openUnclear();
    const neighbour = await openSecondStore(desk);
    const decision = { deliveryIds: unclear, outcome: 'sent' };
    expect((await neighbour.post(`${path}/resolve`, decision)).status).toBe(404);
    expect((await batch()).counts).toMatchObject({ unconfirmed: 3 });
  });
});
