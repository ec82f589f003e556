import { describe, expect, it } from 'vitest';
import { demoStoreId, openInstalledDesk } from '../desk.testSupport.ts';
import type { SallaTransport, TransportAnswer } from '../salla/transport.ts';
import { letPass } from './letPass.testSupport.ts';
import { staffWithOrders } from './orders.testSupport.ts';

/** What no refresh would mend. */
const userIsInactive: TransportAnswer = {
  status: 401,
  headers: {},
  body: JSON.stringify({
    status: 401,
    success: false,
    error: { code: 'Unauthorized', message: 'The user is inactive' },
  }),
};

/** A desk, and a hand on what Salla answers to sends; `calls` counts them. */
async function openStore() {
  let calls = 0;
  let arrived = () => {};
  const hand: { hold: Promise<void> | null; isRefusing: boolean } = {
    hold: null,
    isRefusing: false,
  };
  const between = (onward: SallaTransport): SallaTransport => {
    return async (request) => {
      if (request.url.endsWith('/send-invoice')) {
        calls += 1;
        arrived();
        const { isRefusing } = hand;
        await hand.hold;
        if (isRefusing) return userIsInactive;
      }
      return onward(request);
    };
  };
  const desk = await openInstalledDesk({ between });
  const order = await staffWithOrders(desk);
  return {
    desk,
    ...order,
    hand,
    calls: () => calls,
    untilCalled: () =>
      new Promise<void>((resolve) => {
        arrived = resolve;
      }),
    resendThree: () =>
      order.staff.resend({ orders: order.orderIds.slice(0, 3).map((orderId) => ({ orderId })) }),
    letPass: (seconds: number) => letPass([desk], seconds),
  };
}

describe('a store whose tokens Salla takes no more', () => {
  it('keeps what it wants sent, and says what it waits for', async () => {
    const { desk, staff, resendThree, letPass, emails, calls } = await openStore();
    await desk.vault.markRevoked(demoStoreId);
    await resendThree();
    await letPass(20);
    const { data, counts } = (await staff.get('/api/deliveries')).body;
    expect(counts).toMatchObject({ queued: 3, failed: 0, sending: 0 });
    for (const delivery of data) {
      expect(delivery).toMatchObject({ state: 'queued', reason: 'reconnect', attempts: 0 });
    }
    expect([emails(), calls()]).toEqual([[], 0]);
  });

  it('has it sent once it is connected again, however long that took', async () => {
    const { desk, resendThree, letPass, emails } = await openStore();
    await desk.vault.markRevoked(demoStoreId);
    await resendThree();
    await letPass(1);
    desk.pass(72 * 3600_000);
    await desk.sandbox.install();
    await letPass(2);
    const { counts } = (await (await desk.openFrame()).get('/api/deliveries')).body;
    expect(counts).toMatchObject({ queued: 0, sending: 0, sent: emails().length });
    expect(counts.sent).toBeGreaterThan(0);
  });

  it('sends nothing more where Salla knows its user no more', async () => {
    const { hand, resend, deliveryOf, letPass, calls } = await openStore();
    hand.isRefusing = true;
    const id = await resend();
    await letPass(10);
    expect(await deliveryOf(id)).toMatchObject({ state: 'queued', reason: 'reconnect' });
    expect(calls()).toBe(1);
  });

  it('goes on where it is connected again while the refusal is on its way', async () => {
    const { desk, hand, resend, deliveryOf, untilCalled, letPass } = await openStore();
    const gate = Promise.withResolvers<void>();
    Object.assign(hand, { hold: gate.promise, isRefusing: true });
    const called = untilCalled();
    const id = await resend();
    await called;
    hand.isRefusing = false;
    await desk.sandbox.install();
    gate.resolve();
    await letPass(5);
    expect(await deliveryOf(id)).toMatchObject({ state: 'sent', attempts: 1 });
  });
});

describe('a store that uninstalls the app', () => {
  it('while its sends are in flight has none of them sent, nor disturbs what is asked for after a reinstall', async () => {
    const { desk, hand, resendThree, untilCalled, letPass, emails } = await openStore();
    const gate = Promise.withResolvers<void>();
    hand.hold = gate.promise;
    const called = untilCalled();
    await resendThree();
    await called;
    await desk.sandbox.uninstall();
    gate.resolve();
    await desk.dispatcher.idle();
    await letPass(3);
    expect(emails()).toEqual([]);
    hand.hold = null;
    await desk.sandbox.install();
    const { staff, orderIds } = await staffWithOrders(desk);
    const [orderId = 0] = orderIds.slice(5);
    await staff.resend({ orders: [{ orderId }] });
    await letPass(3);
    expect(emails()).toEqual([orderId]);
  });
});
