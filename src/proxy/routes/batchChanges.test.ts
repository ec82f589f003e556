import { describe, expect, it } from 'vitest';
import { BatchChanges } from '../../contract/batch.ts';
import { DeliveryBatch } from '../../contract/delivery.ts';
import { openOrders, withEmail } from '../testing/orders.ts';
import { engines } from '../testing/postgres.ts';
import { openSecondStore } from '../testing/testApp.ts';

const sendPath = '/admin/v2/orders/*/send-invoice';

describe.each(engines)('the changes of a batch over $engine', { timeout: 30_000 }, ({ newUrl }) => {
  async function openBatch(count: number) {
    const opened = await openOrders({ databaseUrl: await newUrl() });
    const { staff, desk } = opened;
    const orderIds = (await withEmail(staff, opened.orderIds)).slice(0, count);
    const orders = orderIds.map((orderId) => ({ orderId }));
    const requested = DeliveryBatch.parse(
      (await staff.resend({ orders, undoSeconds: 30 })).body.data,
    );
    const path = `/api/deliveries/batches/${requested.batchId}`;
    const changes = async (since?: string) => {
      const query = since === undefined ? '' : `?since=${encodeURIComponent(since)}`;
      return BatchChanges.parse((await staff.get(`${path}/changes${query}`)).body.data);
    };
    const send = async () => {
      desk.pass(31_000);
      desk.dispatcher.wake();
      await desk.dispatcher.idle();
    };
    const fail = (orderId: number, answer: '422' | '500') =>
      ({ method: 'POST', path: sendPath, orderId, answer }) as const;
    return { ...opened, orderIds, requested, path, changes, send, fail };
  }

  it('come whole at first, and then only the lists that changed', async () => {
    const { desk, changes, send, fail, orderIds } = await openBatch(4);
    const first = await changes();
    expect(first.batch.counts.queued).toBe(4);
    expect(first.lists).toEqual({ failed: [], unconfirmed: [], canceled: [], skipped: [] });
    expect((await changes(first.version)).lists).toEqual({});

    desk.sandbox.setFaults(orderIds.slice(0, 2).map((orderId) => fail(orderId, '422')));
    await send();
    const second = await changes(first.version);
    expect(second.batch.counts).toMatchObject({ sent: 2, failed: 2 });
    expect(Object.keys(second.lists)).toEqual(['failed']);
    expect(second.lists.failed?.map(({ orderId }) => orderId)).toEqual(orderIds.slice(0, 2));
  });

  it('tell of a decision and of a retry', async () => {
    const { desk, staff, path, changes, send, fail, orderIds, requested } = await openBatch(3);
    desk.sandbox.setFaults([
      fail(orderIds[0] ?? 0, '500'),
      ...orderIds.slice(1, 3).map((orderId) => fail(orderId, '422')),
    ]);
    await send();
    desk.sandbox.setFaults([]);
    const ended = await changes();
    expect(ended.batch.counts).toMatchObject({ unconfirmed: 1, failed: 2 });

    const [unconfirmed, failed] = requested.deliveries;
    const decision = { deliveryIds: [unconfirmed?.id], outcome: 'sent' };
    await staff.post(`${path}/resolve`, decision);
    const decided = await changes(ended.version);
    expect(decided.lists).toEqual({ unconfirmed: [] });

    await staff.post(`/api/deliveries/${failed?.id}/retry`);
    const retried = await changes(decided.version);
    expect(Object.keys(retried.lists)).toEqual(['failed']);
    expect(retried.lists.failed?.map(({ followedBy }) => followedBy !== null)).toEqual([
      true,
      false,
    ]);
  });

  it('tell what became of the deliveries that skipped orders conflict with', async () => {
    const { desk, staff, orderIds, send } = await openBatch(1);
    const again = await staff.resend({ orders: [{ orderId: orderIds[0] }] });
    const path = `/api/deliveries/batches/${again.body.data.batchId}/changes`;
    const first = BatchChanges.parse((await staff.get(path)).body.data);
    expect(first.lists.skipped).toMatchObject([{ delivery: { state: 'queued' } }]);
    await send();
    const since = encodeURIComponent(first.version);
    const second = BatchChanges.parse((await staff.get(`${path}?since=${since}`)).body.data);
    expect(second.lists).toMatchObject({ skipped: [{ delivery: { state: 'sent' } }] });
    expect(desk.sandbox.mailbox()).toHaveLength(1);
  });

  it('come whole for a version that makes no sense, and to the own store only', async () => {
    const { desk, path, changes } = await openBatch(1);
    expect(Object.keys((await changes('nonsense')).lists)).toHaveLength(4);
    const other = await openSecondStore(desk);
    expect((await other.get(`${path}/changes`)).status).toBe(404);
  });
});
