import { describe, expect, it } from 'vitest';
import type { SallaTransport, TransportAnswer } from '../../salla/client/transport.ts';
import { advanceTime } from '../../testing/advanceTime.ts';
import { staffWithOrders } from '../../testing/orders.ts';
import { demoStoreId, openInstalledApp } from '../../testing/testApp.ts';

const unauthorized = (message: string): TransportAnswer => ({
  status: 401,
  headers: {},
  body: JSON.stringify({ status: 401, success: false, error: { code: 'Unauthorized', message } }),
});

/** Not fixed by a token refresh. */
const userIsInactive = unauthorized('The user is inactive');
/** Fixed by a token refresh, if Salla accepts the new token. */
const tokenIsInvalid = unauthorized('The access token is invalid');

const refreshTokenIsInvalid: TransportAnswer = {
  status: 400,
  headers: {},
  body: JSON.stringify({ error: 'invalid_grant' }),
};

/** An app whose sends get the answers that the test sets; `calls` counts them. */
async function openStore() {
  let calls = 0;
  let arrived = () => {};
  const hand: {
    hold: (() => Promise<unknown>) | null;
    refusal: TransportAnswer | null;
    isRevoked: boolean;
  } = { hold: null, refusal: null, isRevoked: false };
  const between = (onward: SallaTransport): SallaTransport => {
    return async (request) => {
      if (request.url.endsWith('/send-invoice')) {
        calls += 1;
        arrived();
        const { refusal } = hand;
        await hand.hold?.();
        if (refusal !== null) return refusal;
      }
      if (hand.isRevoked) {
        return request.url.endsWith('/oauth2/token') ? refreshTokenIsInvalid : tokenIsInvalid;
      }
      return onward(request);
    };
  };
  const desk = await openInstalledApp({ between });
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
    letPass: (seconds: number) => advanceTime([desk], seconds),
  };
}

describe('a store whose tokens are refused', () => {
  it('keeps its queue and says what it waits for', async () => {
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

  it('stops its queue at the first refusal, not at the next send', async () => {
    const { hand, staff, orderIds, resend, letPass, calls } = await openStore();
    await resend();
    await letPass(1);
    const before = calls();
    const orders = orderIds.slice(1, 4).map((orderId) => ({ orderId }));
    const asked = await staff.resend({ orders, undoSeconds: 30 });
    const path = `/api/deliveries/batches/${asked.body.data.batchId}`;
    expect((await staff.get(path)).body.data.stopped).toBeNull();
    hand.isRevoked = true;
    expect((await staff.get('/api/invoices')).body.code).toBe('reconnect_store');
    expect((await staff.get(path)).body.data).toMatchObject({
      stopped: 'reconnect',
      counts: { queued: 3 },
    });
    await letPass(40);
    expect(calls()).toBe(before);
  });

  it('sends its queue once it is connected again, however long that took', async () => {
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

  it('sends nothing if Salla no longer knows its user', async () => {
    const { hand, resend, deliveryOf, letPass, calls } = await openStore();
    hand.refusal = userIsInactive;
    const id = await resend();
    await letPass(10);
    expect(await deliveryOf(id)).toMatchObject({ state: 'queued', reason: 'reconnect' });
    expect(calls()).toBe(1);
  });

  it('sends nothing if Salla refuses a new token as well', async () => {
    const { hand, resend, deliveryOf, letPass, calls } = await openStore();
    hand.refusal = tokenIsInvalid;
    const id = await resend();
    await letPass(30);
    expect(await deliveryOf(id)).toMatchObject({ state: 'queued', reason: 'reconnect' });
    expect(calls()).toBe(2);
  });

  it('backs off if new tokens are refused each time as well', async () => {
    const { desk, hand, resend, letPass, calls } = await openStore();
    Object.assign(hand, { hold: () => desk.sandbox.install(), refusal: userIsInactive });
    await resend();
    await letPass(60);
    expect(calls()).toBeGreaterThan(1);
    expect(calls()).toBeLessThan(10);
  });

  it('does not count as one if its tokens can’t be decrypted, and sends once they can', async () => {
    const { desk, resend, deliveryOf, letPass, emails } = await openStore();
    const { sealed_access } = await desk.database
      .selectFrom('store_tokens')
      .select('sealed_access')
      .executeTakeFirstOrThrow();
    const put = (sealed: string) =>
      desk.database.updateTable('store_tokens').set({ sealed_access: sealed }).execute();
    await put('v1.sealed-under-another-key');
    const id = await resend();
    await letPass(20);
    expect(await deliveryOf(id)).toMatchObject({ state: 'queued', reason: null });
    await put(sealed_access);
    await letPass(120);
    expect(await deliveryOf(id)).toMatchObject({ state: 'sent' });
    expect(emails()).toHaveLength(1);
  });

  it('continues if it is connected again during the refused call', async () => {
    const { desk, hand, resend, deliveryOf, untilCalled, letPass } = await openStore();
    const gate = Promise.withResolvers<void>();
    Object.assign(hand, { hold: () => gate.promise, refusal: userIsInactive });
    const called = untilCalled();
    const id = await resend();
    await called;
    hand.refusal = null;
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
    hand.hold = () => gate.promise;
    const called = untilCalled();
    await resendThree();
    await called;
    desk.pass(1000);
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
