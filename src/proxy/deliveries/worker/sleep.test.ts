import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../contract/delivery.ts';
import type { SallaTransport } from '../../salla/client/transport.ts';
import { openOrders, staffWithOrders } from '../../testing/orders.ts';
import { openInstalledApp } from '../../testing/testApp.ts';

async function waitingFor(undoSeconds: number) {
  const { desk, staff, sentOrders, emails } = await openOrders();
  await staff.resend({ orders: sentOrders, undoSeconds });
  await desk.dispatcher.idle();
  const ring = async () => {
    desk.alarm()?.ring();
    await desk.dispatcher.idle();
  };
  return { desk, emails, ring };
}

describe('the dispatcher’s timer', () => {
  it('fires when the next delivery is due', async () => {
    const { desk, emails, ring } = await waitingFor(5);
    const slept: number[] = [];
    while (emails().length === 0) {
      const { ms } = desk.alarm() ?? { ms: 0 };
      slept.push(ms);
      desk.pass(ms);
      await ring();
    }
    expect(slept.reduce((sum, ms) => sum + ms)).toBe(5000);
  });

  it('waits for the rest if it fires early', async () => {
    const { desk, emails, ring } = await waitingFor(1);
    expect(desk.alarm()?.ms).toBe(1000);
    desk.pass(999);
    await ring();
    expect([desk.alarm()?.ms, emails()]).toEqual([1, []]);
    desk.pass(1);
    await ring();
    expect(emails()).toHaveLength(1);
  });

  it.each([1, 2, 3, 4, 5, 6])(
    'is not a long one where the delivery falls due while it is looked for (%i ms early)',
    async (early) => {
      const { desk, emails, ring } = await waitingFor(5);
      desk.pass(5000 - early);
      desk.startTicking();
      for (let rings = 0; rings < early && emails().length === 0; rings += 1) {
        expect(desk.alarm()?.ms).toBeLessThanOrEqual(1000);
        await ring();
      }
      expect(emails()).toHaveLength(1);
    },
  );

  it('waits for a store until the rate limit allows a call, and counts the calls that left', async () => {
    let calls = 0;
    const between = (onward: SallaTransport): SallaTransport => {
      return (request) => {
        if (request.url.endsWith('/send-invoice')) calls += 1;
        return onward(request);
      };
    };
    const desk = await openInstalledApp({ between });
    const { staff, orderIds } = await staffWithOrders(desk);
    const path = '/admin/v2/orders/*/send-invoice';
    desk.sandbox.setFaults([{ method: 'POST', path, answer: '429', ms: 20_000, times: 1 }]);
    await staff.resend({ orders: orderIds.slice(0, 8).map((orderId) => ({ orderId })) });
    await desk.dispatcher.idle();
    const attempts = async () => {
      const deliveries: Delivery[] = (await staff.get('/api/deliveries')).body.data;
      return deliveries.reduce((sum, delivery) => sum + delivery.attempts, 0);
    };
    const before = calls;
    expect(before).toBeLessThanOrEqual(4);
    expect(await attempts()).toBe(before);
    desk.pass(19_999);
    desk.alarm()?.ring();
    await desk.dispatcher.idle();
    expect(calls).toBe(before);
    desk.pass(1);
    desk.alarm()?.ring();
    await desk.dispatcher.idle();
    expect((await staff.get('/api/deliveries')).body.counts).toMatchObject({
      queued: 0,
      sending: 0,
    });
    expect([calls, await attempts()]).toEqual([9, 9]);
  });

  it('fires every second without work, because others may have queued something', async () => {
    const { desk } = await openOrders();
    desk.dispatcher.wake();
    await desk.dispatcher.idle();
    expect(desk.alarm()?.ms).toBe(1000);
  });
});
