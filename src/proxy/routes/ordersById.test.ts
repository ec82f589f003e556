import { describe, expect, it } from 'vitest';
import type { OrderSummary } from '../../contract/order.ts';
import { openOrders } from '../testing/orders.ts';
import type { TestAppOptions } from '../testing/testApp.ts';

/** Someone who looks at invoices whose orders nobody has looked at yet, and what that costs of Salla's calls. */
async function openUnknown(wish: TestAppOptions = {}) {
  const calls: string[] = [];
  const opened = await openOrders({
    ...wish,
    between: (onward) => (request) => {
      const { pathname } = new URL(request.url);
      if (/\/orders(\/\d+)?$/.test(pathname)) calls.push(pathname.replace('/admin/v2', ''));
      return onward(request);
    },
  });
  const ordersOf = (ids: readonly number[], day = '2026-03-10') =>
    opened.staff.get(`/api/orders?ids=${ids.join(',')}&to=${day}`);
  const idsOf = (answer: { body: { data: OrderSummary[] } }) =>
    answer.body.data.map(({ id }) => id);
  /** The orders of so many of the oldest invoices. */
  const findOld = async (count: number): Promise<number[]> => {
    const { totalPages } = (await opened.staff.get('/api/invoices?perPage=60')).body.page;
    const { body } = await opened.staff.get(`/api/invoices?perPage=60&page=${totalPages}`);
    const ids: number[] = body.data.map((row: { orderId: number }) => row.orderId);
    return [...new Set(ids)].slice(-count);
  };
  return { ...opened, findOld, calls, ordersOf, idsOf };
}

const list = '/orders';

describe('orders by their ids', () => {
  it('are found together, by a page of Salla’s list where they stand on one', async () => {
    const { orderIds, ordersOf, idsOf, calls } = await openUnknown();
    const ids = orderIds.slice(0, 20);
    const found = await ordersOf(ids);
    expect(idsOf(found)).toEqual(ids);
    expect(found.body.data.every(({ number }: OrderSummary) => number !== null)).toBe(true);
    // A row without a customer has its details asked for behind this.
    const listed = () => calls.filter((path) => path === list);
    expect(listed()).toEqual([list]);
    expect(idsOf(await ordersOf(ids))).toEqual(ids);
    expect(listed()).toEqual([list]);
  });

  it('are found on the list although in UTC it is still the day before', async () => {
    const { orderIds, ordersOf, idsOf, calls } = await openUnknown({ orders: 2000 });
    const ids = orderIds.slice(0, 3);
    const found = await ordersOf(ids, '2026-03-09');
    expect([idsOf(found), calls]).toEqual([ids, [list]]);
    expect(found.body.data[0].date).toBe('2026-03-10');
  });

  it('are asked for one by one where they stand on none of the first pages', async () => {
    const { ordersOf, idsOf, calls, findOld } = await openUnknown({ orders: 400 });
    const old = await findOld(2);
    expect(idsOf(await ordersOf(old))).toEqual(old);
    expect(calls).toEqual([list, ...old.map((id) => `/orders/${id}`)]);
  });

  it('cost a few calls at most, however many there are', async () => {
    const { ordersOf, idsOf, calls } = await openUnknown();
    const nowhere = Array.from({ length: 60 }, (_, at) => at + 1);
    expect(idsOf(await ordersOf(nowhere))).toEqual([]);
    expect(calls.length).toBeLessThanOrEqual(5);
  });

  it('are not looked for again within minutes where they were not found', async () => {
    const { desk, ordersOf, idsOf, orderId, calls } = await openUnknown();
    expect(idsOf(await ordersOf([1]))).toEqual([]);
    expect(idsOf(await ordersOf([1, orderId]))).toEqual([orderId]);
    desk.pass(4 * 60_000);
    await ordersOf([1]);
    expect(calls.filter((path) => path === '/orders/1')).toHaveLength(1);
    desk.pass(2 * 60_000);
    await ordersOf([1]);
    expect(calls.filter((path) => path === '/orders/1')).toHaveLength(2);
  });

  it('say so where Salla can’t tell now, and are looked for again', async () => {
    const { desk, ordersOf, idsOf, orderIds } = await openUnknown();
    const ids = orderIds.slice(0, 3);
    desk.sandbox.setFaults([{ method: 'GET', path: '/admin/v2/orders', answer: '503' }]);
    const failed = await ordersOf(ids);
    expect([failed.status, failed.body.code]).toEqual([502, 'salla_unavailable']);
    desk.sandbox.setFaults([]);
    expect(idsOf(await ordersOf(ids))).toEqual(ids);
  });

  it('are told as far as they were found when Salla broke off', async () => {
    const { desk, ordersOf, idsOf, orderIds, findOld } = await openUnknown({ orders: 400 });
    const [near = 0] = orderIds;
    const [old = 0] = await findOld(1);
    const path = `/admin/v2/orders/${old}`;
    desk.sandbox.setFaults([{ method: 'GET', path, answer: '503' }]);
    expect(idsOf(await ordersOf([near, old]))).toEqual([near]);
    desk.sandbox.setFaults([]);
    expect(idsOf(await ordersOf([near, old]))).toEqual([near, old]);
  });
});
