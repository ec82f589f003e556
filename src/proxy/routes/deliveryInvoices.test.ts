import { describe, expect, it } from 'vitest';
import { openInstalledApp, type TestApp } from '../testing/testApp.ts';

/** A desk that counts the calls to Salla for one invoice, which may take their time. */
async function openCounting({ takesMs = 0 } = {}) {
  let asked = 0;
  const desk: TestApp = await openInstalledApp({
    between: (onward) => (request) => {
      if (/\/orders\/invoices\/\d+$/.test(request.url)) {
        asked += 1;
        desk.pass(takesMs);
      }
      return onward(request);
    },
  });
  return { desk, asked: () => asked };
}

/** Two invoices of different orders, seen in the list by this desk. */
async function see(desk: TestApp) {
  const staff = await desk.openFrame();
  const rows: { id: number; orderId: number }[] = (await staff.get('/api/invoices')).body.data;
  const [first = { id: 0, orderId: 0 }] = rows;
  const other = rows.find(({ orderId }) => orderId !== first.orderId) ?? first;
  return { staff, first, other };
}

/** The same two, in a proxy that has not seen them. */
async function openUnseen(wish: { takesMs?: number } = {}) {
  const { first, other } = await see(await openInstalledApp());
  const { desk, asked } = await openCounting(wish);
  return { desk, asked, staff: await desk.openFrame(), first, other };
}

const named = ({ id, orderId }: { id: number; orderId: number }) => ({ orderId, invoiceId: id });

describe('the invoice that an order is resent with', () => {
  it('is written down without asking Salla where it was seen', async () => {
    const { desk, asked } = await openCounting();
    const { staff, first, other } = await see(desk);
    const orders = [named(first), named(other)];
    const { deliveries } = (await staff.resend({ orders, undoSeconds: 30 })).body.data;
    expect(deliveries).toMatchObject(orders);
    expect(asked()).toBe(0);
  });

  it('is refused by name where it is another order’s, and nothing is mailed', async () => {
    const { desk } = await openCounting();
    const { staff, first, other } = await see(desk);
    const answer = await staff.resend({
      orders: [named(other), { orderId: first.orderId, invoiceId: other.id }],
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid_fields']);
    expect(answer.body.fields).toEqual({
      'orders.1.invoiceId': ['This is not an invoice of this order.'],
    });
    await desk.dispatcher.idle();
    expect(desk.sandbox.mailbox()).toEqual([]);
    expect((await staff.get('/api/deliveries')).body.page.totalItems).toBe(0);
  });

  it('takes nothing from the time to undo, however long Salla is asked about it', async () => {
    const { desk, staff, first } = await openUnseen({ takesMs: 4500 });
    const { deliveries } = (await staff.resend({ orders: [named(first)], undoSeconds: 5 })).body
      .data;
    desk.pass(4900);
    desk.dispatcher.wake();
    await desk.dispatcher.idle();
    const undone = await staff.post(`/api/deliveries/${deliveries[0].id}/cancel`);
    expect([undone.status, desk.sandbox.mailbox()]).toEqual([200, []]);
  });

  it('is asked of Salla where one order names one that was not seen, once', async () => {
    const { staff, asked, first, other } = await openUnseen();
    const wrong = { orders: [{ orderId: other.orderId, invoiceId: first.id }] };
    expect(Object.keys((await staff.resend(wrong)).body.fields)).toEqual(['orders.0.invoiceId']);
    const right = await staff.resend({ orders: [named(first)], undoSeconds: 30 });
    expect(right.body.data.deliveries).toMatchObject([named(first)]);
    expect(asked()).toBe(1);
  });

  it('is refused where the store has no such invoice', async () => {
    const { staff, first } = await openUnseen();
    const answer = await staff.resend({ orders: [{ orderId: first.orderId, invoiceId: 77 }] });
    expect(Object.keys(answer.body.fields)).toEqual(['orders.0.invoiceId']);
  });

  it('is left open where many orders name ones that were not seen: no call for each', async () => {
    const { staff, asked, first, other } = await openUnseen();
    const orders = [named(first), named(other)];
    const { deliveries } = (await staff.resend({ orders, undoSeconds: 30 })).body.data;
    expect(deliveries).toMatchObject([
      { orderId: first.orderId, invoiceId: null },
      { orderId: other.orderId, invoiceId: null },
    ]);
    expect(asked()).toBe(0);
  });

  it('is left open where Salla can’t tell, and a repeat of the call is still the same call', async () => {
    const { desk, staff, first, other } = await openUnseen();
    const path = `/admin/v2/orders/invoices/${first.id}`;
    desk.sandbox.setFaults([{ method: 'GET', path, answer: '500' }]);
    const wanted = { orders: [{ orderId: other.orderId, invoiceId: first.id }], undoSeconds: 30 };
    const asked = await staff.resend(wanted, 'one key');
    expect(asked.body.data.deliveries).toMatchObject([{ invoiceId: null }]);
    desk.sandbox.setFaults([]);
    await staff.get('/api/invoices');
    const again = await staff.resend(wanted, 'one key');
    expect([again.status, again.body]).toEqual([202, asked.body]);
  });
});
