import { describe, expect, it } from 'vitest';
import type { OrderSummary } from '../../contract/order.ts';
import {
  type callerWith,
  openInstalledApp,
  type TestApp,
  type TestAppOptions,
} from '../testing/testApp.ts';

const details = /\/admin\/v2\/orders\/(\d+)$/;

/** A store whose lists leave customers out, and which orders' details were asked of Salla. */
async function openLight(wish: TestAppOptions = {}) {
  const asked: number[] = [];
  const desk = await openInstalledApp({
    orderList: 'light',
    ...wish,
    between: (onward) => (request) => {
      const [, id] = details.exec(new URL(request.url).pathname) ?? [];
      if (id !== undefined) asked.push(Number(id));
      return onward(request);
    },
  });
  return { desk, asked, staff: await desk.openFrame() };
}

type Staff = ReturnType<typeof callerWith>;

async function idsOfPage(staff: Staff): Promise<number[]> {
  const { body } = await staff.get('/api/invoices?perPage=15');
  return [...new Set<number>(body.data.map((row: { orderId: number }) => row.orderId))];
}

async function ordersOf(staff: Staff, ids: readonly number[]) {
  const { status, body } = await staff.get(`/api/orders?ids=${ids.join(',')}&to=2026-03-10`);
  expect([status, body.detail]).toEqual([200, undefined]);
  const orders: OrderSummary[] = body.data;
  const pending: number[] = body.pending;
  return { pending, blank: orders.filter(({ customer }) => customer === null).map(({ id }) => id) };
}

/** The rows' orders are asked for, and once more when everything that this set off is done. */
async function fill(desk: TestApp, staff: Staff) {
  const ids = await idsOfPage(staff);
  const first = await ordersOf(staff, ids);
  await desk.customerLookup.idle();
  return { ids, first, later: await ordersOf(staff, ids) };
}

describe('customers that a list of orders leaves out', () => {
  it('are asked for, newest first, and the rows have them from then on', async () => {
    const { desk, asked, staff } = await openLight();
    const { ids, first, later } = await fill(desk, staff);
    const newestFirst = [...ids].sort((one, other) => other - one);
    expect(first.blank.sort()).toEqual([...ids].sort());
    expect(first.pending.sort()).toEqual([...ids].sort());
    expect(asked).toEqual(newestFirst);
    expect(later).toEqual({ blank: [], pending: [] });
    const list = await staff.get('/api/invoices?perPage=15');
    for (const row of list.body.data) expect(row.customer).not.toBeNull();
  });

  it('are asked for once, however many people look', async () => {
    const { desk, asked, staff } = await openLight();
    const ids = await idsOfPage(staff);
    await Promise.all(Array.from({ length: 20 }, () => ordersOf(staff, ids)));
    await desk.customerLookup.idle();
    await ordersOf(staff, ids);
    await desk.customerLookup.idle();
    expect(asked.sort()).toEqual([...ids].sort());
  });

  it('are asked for by one proxy where two work on one database', async () => {
    const { desk, asked, staff } = await openLight();
    const ids = await idsOfPage(staff);
    await ordersOf(staff, ids);
    await desk.customerLookup.idle();
    asked.length = 0;
    // As another process has it: claimed a moment ago, and no answer yet.
    await desk.database
      .updateTable('known_orders')
      .set({ customer_name: null, customer_email: null, customer_mobile: null })
      .set({ customer_seen_at: null, details_asked_at: desk.now() })
      .execute();
    await ordersOf(staff, ids);
    await desk.customerLookup.idle();
    expect(asked).toEqual([]);
    desk.pass(3 * 60_000);
    await ordersOf(staff, ids);
    await desk.customerLookup.idle();
    expect(asked).toHaveLength(ids.length);
  });

  it('are not asked for again for a while where the order has none', async () => {
    const { desk, asked, staff } = await openLight();
    const [id = 0] = await idsOfPage(staff);
    const body = { data: { id, reference_id: 5, customer: null } };
    desk.sandbox.setFaults([
      { method: 'GET', path: `/admin/v2/orders/${id}$`, answer: 'body', body },
    ]);
    await ordersOf(staff, [id, 1]);
    await desk.customerLookup.idle();
    expect(await ordersOf(staff, [id])).toEqual({ blank: [id], pending: [] });
    const before = asked.length;
    desk.pass(61 * 60_000);
    const later = await desk.openFrame();
    expect((await ordersOf(later, [id])).pending).toEqual([id]);
    await desk.customerLookup.idle();
    expect(asked).toHaveLength(before + 1);
  });

  it('leave half of the minute’s calls to people, and come when the next one begins', async () => {
    const { desk, asked, staff } = await openLight();
    const ids = await idsOfPage(staff);
    desk.sandbox.setRequestsPerMinute(20);
    const began = desk.now();
    await ordersOf(staff, ids);
    await desk.customerLookup.idle();
    expect(asked).toHaveLength(ids.length);
    // Fourteen do not fit into half of twenty: the rest came a minute later, and the clock stood still till then.
    expect(desk.now() - began).toBeGreaterThanOrEqual(55_000);
  });

  it('are left until somebody looks again where Salla fails', async () => {
    const { desk, asked, staff } = await openLight();
    const ids = await idsOfPage(staff);
    await ordersOf(staff, [ids[0] ?? 0, ids[1] ?? 0]);
    await desk.customerLookup.idle();
    asked.length = 0;
    desk.sandbox.setFaults([{ method: 'GET', path: '/admin/v2/orders/', answer: '503' }]);
    await ordersOf(staff, ids);
    await desk.customerLookup.idle();
    expect(asked).toHaveLength(1);
    desk.sandbox.setFaults([]);
    expect((await ordersOf(staff, ids)).pending).toEqual([]);
    desk.pass(3 * 60_000);
    await ordersOf(staff, ids);
    await desk.customerLookup.idle();
    expect((await ordersOf(staff, ids)).blank).toEqual([]);
  });
});

describe('customers that a list of orders has', () => {
  it('cost no call of their own', async () => {
    const { desk, asked, staff } = await openLight({ orderList: 'full' });
    const { later } = await fill(desk, staff);
    expect(later.pending).toEqual([]);
    // One full row in forty lacks its customer.
    expect(asked.length).toBeLessThanOrEqual(1);
  });
});
