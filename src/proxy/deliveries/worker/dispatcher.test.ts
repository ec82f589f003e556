import { describe, expect, it } from 'vitest';
import type { SallaTransport } from '../../salla/client/transport.ts';
import { staffWithOrders, withEmail } from '../../testing/orders.ts';
import { openInstalledApp } from '../../testing/testApp.ts';

const path = '/admin/v2/orders/*/send-invoice';

describe('the outcome of a send', () => {
  it.each([
    ['422', 'failed', 'refused'],
    ['500', 'unconfirmed', 'salla_error'],
    ['hang', 'unconfirmed', 'timeout'],
    ['reset', 'unconfirmed', 'interrupted'],
  ] as const)(
    '%s leaves it %s (%s), and it is not sent again by itself',
    async (answer, state, reason) => {
      const desk = await openInstalledApp(answer === 'hang' ? { sallaTimeoutMs: 50 } : {});
      const { resend, deliveryOf, emails } = await staffWithOrders(desk);
      desk.sandbox.setFaults([{ method: 'POST', path, answer, times: 1 }]);
      const id = await resend();
      await desk.dispatcher.idle();
      desk.pass(2 * 3600_000);
      desk.dispatcher.wake();
      await desk.dispatcher.idle();
      const later = await desk.openFrame();
      const delivery = (await later.get(`/api/deliveries/${id}`)).body.data;
      expect(delivery).toMatchObject({
        state,
        reason,
        attempts: 1,
        finishedAt: expect.any(String),
      });
      expect(emails()).toEqual([]);
      expect(await deliveryOf(id)).toBeUndefined();
    },
  );

  it.each(['429', '503'] as const)(
    '%s puts it back, and it is sent a little later',
    async (answer) => {
      const desk = await openInstalledApp();
      const { resend, deliveryOf, emails } = await staffWithOrders(desk);
      desk.sandbox.setFaults([{ method: 'POST', path, answer, times: 1 }]);
      const id = await resend();
      await desk.dispatcher.idle();
      expect(await deliveryOf(id)).toMatchObject({
        state: 'queued',
        attempts: 1,
        finishedAt: null,
      });
      desk.pass(5000);
      desk.dispatcher.wake();
      await desk.dispatcher.idle();
      expect(await deliveryOf(id)).toMatchObject({ state: 'sent', attempts: 2 });
      expect(emails()).toHaveLength(1);
    },
  );

  const challenge = '<!DOCTYPE html><title>Just a moment...</title>';
  const blocked = { message: 'too many errors, blocked for a while' };
  it.each([
    ['a gateway’s challenge', 403, challenge],
    ['a block', 403, JSON.stringify(blocked)],
    ['a gateway that doesn’t reach Salla', 522, challenge],
  ])('%s makes the whole batch wait and fails none of it', async (_what, status, body) => {
    let isBlocked = true;
    let calls = 0;
    const desk = await openInstalledApp({
      between: (onward) => async (request) => {
        if (!request.url.endsWith('/send-invoice')) return onward(request);
        calls += 1;
        return isBlocked ? { status, headers: {}, body } : onward(request);
      },
    });
    const { staff, orderIds, emails } = await staffWithOrders(desk);
    const orders = (await withEmail(staff, orderIds)).map((orderId) => ({ orderId }));
    const { batchId } = (await staff.resend({ orders })).body.data;
    await desk.dispatcher.idle();
    const countsOf = async () =>
      (await staff.get(`/api/deliveries/batches/${batchId}`)).body.data.counts;
    expect(await countsOf()).toMatchObject({ queued: orders.length, failed: 0, unconfirmed: 0 });
    expect(calls).toBeLessThanOrEqual(4);
    isBlocked = false;
    for (let minute = 0; minute < 3; minute += 1) {
      desk.pass(60_000);
      desk.dispatcher.wake();
      await desk.dispatcher.idle();
    }
    expect(await countsOf()).toMatchObject({ sent: orders.length });
    expect(emails().toSorted()).toEqual(orders.map(({ orderId }) => orderId).toSorted());
  });

  it('is retried despite a Retry-After of years', async () => {
    const desk = await openInstalledApp();
    const { resend, deliveryOf, emails } = await staffWithOrders(desk);
    desk.sandbox.setFaults([{ method: 'POST', path, answer: '429', ms: 1e12, times: 1 }]);
    const id = await resend();
    await desk.dispatcher.idle();
    expect((await deliveryOf(id)).state).toBe('queued');
    desk.pass(5 * 60_000);
    desk.dispatcher.wake();
    await desk.dispatcher.idle();
    expect(emails()).toHaveLength(1);
  });

  it('is given up after a day without success', async () => {
    const desk = await openInstalledApp();
    const { resend, emails } = await staffWithOrders(desk);
    desk.sandbox.setFaults([{ method: 'POST', path, answer: '503' }]);
    const id = await resend();
    for (let hour = 0; hour < 25; hour += 1) {
      desk.dispatcher.wake();
      await desk.dispatcher.idle();
      desk.pass(3600_000);
    }
    const staff = await desk.openFrame();
    const { data } = (await staff.get(`/api/deliveries/${id}`)).body;
    expect(data).toMatchObject({ state: 'failed', reason: 'salla_error' });
    expect(emails()).toEqual([]);
  });
});

describe('an unconfirmed delivery', () => {
  async function unconfirmed() {
    const desk = await openInstalledApp();
    const order = await staffWithOrders(desk);
    desk.sandbox.setFaults([{ method: 'POST', path, answer: '500', times: 1 }]);
    const id = await order.resend();
    await desk.dispatcher.idle();
    return { desk, id, ...order };
  }

  it.each([
    ['sent', 'sent'],
    ['not_sent', 'failed'],
  ])('is resolved as %s and becomes %s', async (outcome, state) => {
    const { staff, id } = await unconfirmed();
    const resolved = await staff.post(`/api/deliveries/${id}/resolve`, { outcome });
    expect(resolved.status).toBe(200);
    expect(resolved.body.data).toMatchObject({ state, resolvedBy: { name: expect.any(String) } });
    const again = await staff.post(`/api/deliveries/${id}/resolve`, { outcome });
    expect(again.status).toBe(409);
  });

  it('can be retried by a person', async () => {
    const { desk, staff, id, emails } = await unconfirmed();
    await staff.post(`/api/deliveries/${id}/retry`);
    await desk.dispatcher.idle();
    expect(emails()).toHaveLength(1);
  });

  it('takes no second decision', async () => {
    const { staff, id } = await unconfirmed();
    const answer = await staff.post(`/api/deliveries/${id}/resolve`, { outcome: 'maybe' });
    expect([answer.status, Object.keys(answer.body.fields)]).toEqual([422, ['outcome']]);
  });
});

describe('several deliveries', () => {
  it('are sent in parallel, each once', async () => {
    let under = 0;
    let most = 0;
    const three = Promise.withResolvers<void>();
    const between = (onward: SallaTransport): SallaTransport => {
      return async (request) => {
        if (!request.url.endsWith('/send-invoice')) return onward(request);
        under += 1;
        most = Math.max(most, under);
        if (under === 3) three.resolve();
        await three.promise;
        const answer = await onward(request);
        under -= 1;
        return answer;
      };
    };
    const desk = await openInstalledApp({ between });
    const { staff, orderIds } = await staffWithOrders(desk);
    const orders = orderIds.map((orderId) => ({ orderId }));
    await staff.resend({ orders });
    await desk.dispatcher.idle();
    const { counts } = (await staff.get('/api/deliveries')).body;
    expect(counts.queued + counts.sending).toBe(0);
    expect(counts.sent + counts.failed).toBe(orders.length);
    expect(most).toBeGreaterThanOrEqual(3);
    expect(new Set(desk.sandbox.mailbox().map((mail) => mail.orderId)).size).toBe(counts.sent);
    expect(desk.sandbox.mailbox()).toHaveLength(counts.sent);
  });

  it('lets a clean stop wait for the call in flight', async () => {
    const answers = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const between = (onward: SallaTransport): SallaTransport => {
      return async (request) => {
        if (!request.url.endsWith('/send-invoice')) return onward(request);
        begun.resolve();
        await answers.promise;
        return onward(request);
      };
    };
    const desk = await openInstalledApp({ between });
    const { resend, deliveryOf } = await staffWithOrders(desk);
    const id = await resend();
    await begun.promise;
    const stopped = desk.dispatcher.stop();
    answers.resolve();
    await stopped;
    expect((await deliveryOf(id)).state).toBe('sent');
  });
});
