import { describe, expect, it } from 'vitest';
import { openOrders } from '../testing/orders.ts';
import { engines } from '../testing/postgres.ts';
import { deleteOld } from './cleanup.ts';

const day = 24 * 3600_000;

describe.each(engines)('the record over $engine', { timeout: 30_000 }, ({ newUrl }) => {
  it('is kept for 18 months, and longer where something still waits', async () => {
    const { desk, staff, orderIds } = await openOrders({ databaseUrl: await newUrl() });
    const [sent = 0, waiting = 0] = orderIds;
    await staff.resend({ orders: [{ orderId: sent }] });
    await desk.dispatcher.idle();
    await staff.resend({ orders: [{ orderId: sent }] });
    const queued = await staff.resend({ orders: [{ orderId: waiting }], undoSeconds: 30 });
    const { batchId } = queued.body.data;
    await staff.post(`/api/deliveries/batches/${batchId}/pause`);
    const batches = async () => {
      const rows = await desk.database.selectFrom('batches').select('id').execute();
      return rows.map(({ id }) => id);
    };
    await deleteOld(desk.database, desk.now() + 547 * day);
    expect(await batches()).toHaveLength(3);
    await deleteOld(desk.database, desk.now() + 551 * day);
    expect(await batches()).toEqual([batchId]);
    const left = await desk.database.selectFrom('deliveries').select('order_id').execute();
    expect(left).toEqual([{ order_id: waiting }]);
    expect(await desk.database.selectFrom('skipped_orders').selectAll().execute()).toEqual([]);
  });

  it('loses all that is too old, however much it is', async () => {
    const { desk, staff } = await openOrders({ databaseUrl: await newUrl() });
    const orders = Array.from({ length: 1000 }, (_, at) => ({ orderId: at + 1 }));
    const { batchId } = (await staff.resend({ orders, undoSeconds: 30 })).body.data;
    await staff.post(`/api/deliveries/batches/${batchId}/cancel`);
    await deleteOld(desk.database, desk.now() + 551 * day);
    expect(await desk.database.selectFrom('deliveries').select('id').execute()).toEqual([]);
    expect(await desk.database.selectFrom('batches').select('id').execute()).toEqual([]);
  });
});
