import { describe, expect, it } from 'vitest';
import type { InvoiceSummary } from '../../contract/invoice.ts';
import { openOrders } from '../testing/orders.ts';
import {
  demoStoreId,
  openSecondStore,
  type TestApp,
  type TestAppOptions,
} from '../testing/testApp.ts';

/** As if Salla's headers had said it: so many calls are left of 120 until the minute turns in 50 s. */
async function tellRate({ database, now }: TestApp, remaining: number) {
  const rate = { rate_limit: 120, rate_remaining: remaining, rate_reset_at: now() + 50_000 };
  await database
    .insertInto('store_queues')
    .values({ store_id: demoStoreId, lease_until: 0, browsed_at: 0, refused_at: 0, ...rate })
    .onConflict((conflict) => conflict.column('store_id').doUpdateSet(rate))
    .execute();
}

/** Someone who asks for orders that nobody has, which wait. */
async function openWaiting(wish: TestAppOptions = {}) {
  const opened = await openOrders(wish);
  const { desk, staff } = opened;
  await tellRate(desk, 10);
  let next = 1;
  const ask = async (count: number) => {
    const orders = Array.from({ length: count }, () => ({ orderId: next++ }));
    const { batchId } = (await staff.resend({ orders, undoSeconds: 30 })).body.data;
    desk.pass(1);
    return `/api/deliveries/batches/${batchId}`;
  };
  const secondsLeft = async (path: string) => (await staff.get(path)).body.data.secondsLeft;
  const preview = async (count: number, more = {}) => {
    const orders = Array.from({ length: count }, (_, at) => ({ orderId: at + 1 }));
    return (await staff.post('/api/deliveries/preview', { orders, ...more })).body.data;
  };
  return { ...opened, ask, secondsLeft, preview };
}

describe('how long a batch still takes', () => {
  it('is what Salla allows at once, then one a second', async () => {
    const { ask, secondsLeft } = await openWaiting();
    const seconds = await secondsLeft(await ask(30));
    expect(seconds).toBeGreaterThanOrEqual(20);
    expect(seconds).toBeLessThanOrEqual(22);
  });

  it('counts what goes before it: single ones, and what was asked for earlier', async () => {
    const { ask, secondsLeft } = await openWaiting();
    const older = await ask(20);
    const newer = await ask(10);
    const single = await ask(1);
    expect(await secondsLeft(single)).toBe(1);
    const alone = await secondsLeft(older);
    expect(alone).toBeGreaterThan(10);
    expect(await secondsLeft(newer)).toBeGreaterThanOrEqual(alone + 9);
  });

  it('can’t be told of a paused one, and it holds up no other', async () => {
    const { staff, ask, secondsLeft } = await openWaiting();
    const older = await ask(20);
    const newer = await ask(10);
    await staff.post(`${older}/pause`);
    expect(await secondsLeft(older)).toBeNull();
    expect(await secondsLeft(newer)).toBe(1);
  });

  it('can’t be told before Salla has said its limit', async () => {
    const { desk, ask, secondsLeft } = await openWaiting();
    await desk.database.updateTable('store_queues').set({ rate_limit: null }).execute();
    expect(await secondsLeft(await ask(3))).toBeNull();
  });
});

describe('what asking would do', () => {
  it('is told, and nothing of it is done', async () => {
    const { desk, staff, ask, preview, orderId } = await openWaiting();
    await staff.resend({ orders: [{ orderId }] });
    await desk.dispatcher.idle();
    await ask(3);
    const orders = [1, 2, 3, 4, 5, 5, orderId].map((each) => ({ orderId: each }));
    const told = async (allowRepeat: boolean) =>
      (await staff.post('/api/deliveries/preview', { orders, allowRepeat })).body.data;
    const both = { orders: 6, sentRecently: 1, alreadyQueued: 3 };
    expect(await told(false)).toMatchObject({ ...both, toSend: 2 });
    expect(await told(true)).toMatchObject({ ...both, toSend: 3 });
    expect((await preview(3)).secondsLeft).toBe(0);
    expect((await staff.get('/api/deliveries')).body.page.totalItems).toBe(4);
    const neighbour = await openSecondStore(desk);
    const theirs = await neighbour.post('/api/deliveries/preview', { orders });
    expect(theirs.body.data).toMatchObject({ orders: 6, sentRecently: 0, alreadyQueued: 0 });
  });

  it('takes as long as Salla’s headers let one expect, also before the first batch of a store', async () => {
    const { staff } = await openOrders();
    await staff.get('/api/invoices');
    const orders = Array.from({ length: 1000 }, (_, at) => ({ orderId: at + 1 }));
    const told = (await staff.post('/api/deliveries/preview', { orders })).body.data;
    expect(told).toMatchObject({ toSend: 1000, secondsLeft: expect.any(Number) });
  });

  it('takes longer behind what is queued, and not for a single one', async () => {
    const { desk, ask, preview } = await openWaiting();
    const alone = (await preview(20)).secondsLeft;
    await ask(15);
    await tellRate(desk, 10);
    expect((await preview(35)).secondsLeft).toBeGreaterThanOrEqual(alone + 14);
    expect((await preview(1)).secondsLeft).toBe(0);
  });
});

describe('how long an order is held back after it went out', () => {
  it.each([
    [0, 0, 1],
    [20, 19, 0],
    [20, 20, 1],
  ])('is as the settings have it: %i minutes, asked after %i', async (minutes, after, queued) => {
    const { desk, staff, orderId } = await openOrders({ holdBackMs: minutes * 60_000 });
    await staff.resend({ orders: [{ orderId }] });
    await desk.dispatcher.idle();
    desk.pass(after * 60_000);
    const again = await staff.resend({ orders: [{ orderId }], undoSeconds: 30 });
    expect(again.body.data.deliveries).toHaveLength(queued);
  });
});

describe('what waits for the store to be connected again', () => {
  it('says so wherever it is told of', async () => {
    const { desk, staff, orderId, otherId } = await openOrders();
    const orders = [{ orderId }, { orderId: otherId }];
    const asked = (await staff.resend({ orders, undoSeconds: 30 })).body.data;
    await tellRate(desk, 10);
    await desk.database.updateTable('store_queues').set({ stopped: 'reconnect' }).execute();
    const waits = { state: 'queued', reason: 'reconnect' };
    expect((await staff.get('/api/deliveries')).body.data).toMatchObject([waits, waits]);
    const one = await staff.get(`/api/deliveries/${asked.deliveries[0].id}`);
    expect(one.body.data).toMatchObject(waits);
    const batch = await staff.get(`/api/deliveries/batches/${asked.batchId}`);
    expect(batch.body.data).toMatchObject({ stopped: 'reconnect', secondsLeft: null });
    const rows: InvoiceSummary[] = (await staff.get('/api/invoices?perPage=60')).body.data;
    const row = rows.find((invoice) => invoice.orderId === orderId);
    expect(row?.lastDelivery).toMatchObject(waits);
    const again = (await staff.resend({ orders: [{ orderId }] })).body.data;
    expect(again.skipped).toMatchObject([{ delivery: waits }]);
    const { text } = await staff.raw(`/api/deliveries/batches/${asked.batchId}.csv`, {
      headers: { 'Accept-Language': 'en' },
    });
    expect(text).toContain('Waits until the store is connected to Salla again');
  });
});
