import { describe, expect, it } from 'vitest';
import type { SallaTransport } from '../../salla/client/transport.ts';
import { advanceTime } from '../../testing/advanceTime.ts';
import { staffWithOrders } from '../../testing/orders.ts';
import { engines } from '../../testing/postgres.ts';
import { openInstalledApp, openSecondStore, openTestApp } from '../../testing/testApp.ts';

const path = '/admin/v2/orders/*/send-invoice';

/** Which orders Salla was asked to mail, in that order; the calls of those in `holding` get no answer until `release`. */
function watch(holding: (orderId: number) => boolean) {
  const asked: number[] = [];
  const gate = Promise.withResolvers<void>();
  const between = (onward: SallaTransport): SallaTransport => {
    return async (request) => {
      const orderId = Number(/orders\/(\d+)\/send-invoice$/.exec(request.url)?.[1]);
      if (Number.isNaN(orderId)) return onward(request);
      asked.push(orderId);
      if (holding(orderId)) await gate.promise;
      return onward(request);
    };
  };
  return { asked, between, release: gate.resolve };
}

/** Whatever was going to be asked for has been by then. */
async function manyTurns(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise<void>(setImmediate);
}

const named = (orderIds: readonly number[]) => orderIds.map((orderId) => ({ orderId }));

describe('a store’s worker', () => {
  it('has at most five calls in flight, one of them reserved for single resends', async () => {
    const { asked, between, release } = watch(() => true);
    const desk = await openInstalledApp({ between });
    const { staff, orderIds } = await staffWithOrders(desk);
    const single = orderIds.splice(20, 1);
    await staff.resend({ orders: named(orderIds.slice(0, 20)) });
    await expect.poll(() => asked.length).toBe(4);
    await staff.resend({ orders: named(single) });
    await expect.poll(() => asked.length).toBe(5);
    expect(asked[4]).toBe(single[0]);
    await staff.resend({ orders: named(orderIds.slice(20, 21)) });
    await manyTurns();
    expect(asked).toHaveLength(5);
    release();
    await desk.dispatcher.idle();
    expect(asked[5]).toBe(orderIds[20]);
    expect(asked.slice(6)).toEqual(orderIds.slice(4, 20));
  });

  it('continues with a delayed delivery before later requests', async () => {
    const { asked, between } = watch(() => false);
    let putOff = 0;
    const desk = await openInstalledApp({
      between: (onward) =>
        between(async (request) => {
          if (putOff === 3 || !request.url.endsWith('/send-invoice')) return onward(request);
          putOff += 1;
          return { status: 429, headers: {}, body: '' };
        }),
    });
    const { staff, orderIds } = await staffWithOrders(desk);
    await staff.resend({ orders: named(orderIds.slice(0, 20)) });
    await desk.dispatcher.idle();
    await advanceTime([desk], 60);
    const first = orderIds[0];
    expect(asked.slice(0, 4)).toEqual([first, first, first, first]);
    expect(asked).toHaveLength(23);
  });

  it('does not wait for another store’s', async () => {
    const { asked, between } = watch((orderId) => orderId > 2_400_000_000);
    const desk = await openInstalledApp({ between });
    const { staff, orderIds } = await staffWithOrders(desk);
    const neighbour = await openSecondStore(desk);
    const { body } = await neighbour.get('/api/invoices?perPage=60');
    const theirs = [...new Set<number>(body.data.map((row: { orderId: number }) => row.orderId))];
    await neighbour.resend({ orders: named(theirs) });
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    await staff.resend({ orders: named(orderIds.slice(0, 20)) });
    const counts = async () => (await staff.get('/api/deliveries?perPage=1')).body.counts;
    await expect.poll(counts).toMatchObject({ queued: 0, sending: 0 });
    expect((await neighbour.get('/api/deliveries?perPage=1')).body.counts).toMatchObject({
      sent: 0,
    });
  });

  it('calls rarely while Salla is down, however long the queue is', async () => {
    const { asked, between } = watch(() => false);
    const desk = await openInstalledApp({ between });
    const { staff, orderIds } = await staffWithOrders(desk);
    desk.sandbox.setFaults([{ method: 'POST', path, answer: '503' }]);
    await staff.resend({ orders: named(orderIds.slice(0, 30)) });
    await advanceTime([desk], 600);
    expect(asked.length).toBeLessThan(80);
    desk.sandbox.setFaults([]);
    await advanceTime([desk], 300);
    const later = await desk.openFrame();
    expect((await later.get('/api/deliveries')).body.counts).toMatchObject({ queued: 0 });
  });
});

describe.each(engines)(
  'what one proxy was asked for over $engine',
  { timeout: 30_000 },
  ({ newUrl }) => {
    it('is found by another process within a second', async () => {
      const databaseUrl = await newUrl();
      const asking = await openInstalledApp({ databaseUrl });
      const { resend, emails } = await staffWithOrders(asking);
      await asking.dispatcher.stop();
      const other = await openTestApp({ databaseUrl, sandbox: asking.sandbox });
      await other.dispatcher.start();
      await other.dispatcher.idle();
      await resend();
      await advanceTime([other], 1);
      expect(emails()).toHaveLength(1);
    });
  },
);
