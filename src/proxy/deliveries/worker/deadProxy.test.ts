import { describe, expect, it } from 'vitest';
import type { SallaTransport } from '../../salla/client/transport.ts';
import { advanceTime } from '../../testing/advanceTime.ts';
import { staffWithOrders } from '../../testing/orders.ts';
import { engines } from '../../testing/postgres.ts';
import { openInstalledApp, openTestApp } from '../../testing/testApp.ts';

describe.each(engines)('a proxy that dies over $engine', ({ newUrl }) => {
  it('leaves what it was sending unconfirmed, and the next one does not send it', async () => {
    const databaseUrl = await newUrl();
    const between = (onward: SallaTransport): SallaTransport => {
      return (request) =>
        request.url.endsWith('/send-invoice') ? new Promise(() => {}) : onward(request);
    };
    const dying = await openInstalledApp({ databaseUrl, between });
    const { resend } = await staffWithOrders(dying);
    const id = await resend();
    await expect
      .poll(() => dying.database.selectFrom('deliveries').select('state').execute())
      .toEqual([{ state: 'sending' }]);

    const next = await openInstalledApp({ databaseUrl });
    await next.dispatcher.start();
    await next.dispatcher.idle();
    const { deliveryOf, emails } = await staffWithOrders(next);
    expect(await deliveryOf(id)).toMatchObject({ state: 'unconfirmed', reason: 'interrupted' });
    expect(emails()).toEqual([]);
  });

  it('leaves what is queued for the next one to send', async () => {
    const databaseUrl = await newUrl();
    const dying = await openInstalledApp({ databaseUrl });
    await dying.dispatcher.stop();
    const id = await (await staffWithOrders(dying)).resend();
    const next = await openInstalledApp({ databaseUrl });
    await next.dispatcher.start();
    await next.dispatcher.idle();
    const { deliveryOf, emails } = await staffWithOrders(next);
    expect(await deliveryOf(id)).toMatchObject({ state: 'sent', attempts: 1 });
    expect(emails()).toHaveLength(1);
  });

  it.each([0, 90, -90])(
    'is taken for dead once its claim was seen unrenewed for a minute, by a clock %i s ahead',
    async (secondsAhead) => {
      const databaseUrl = await newUrl();
      const between = (onward: SallaTransport): SallaTransport => {
        return (request) =>
          request.url.endsWith('/send-invoice') ? new Promise(() => {}) : onward(request);
      };
      const dying = await openInstalledApp({ databaseUrl, between, owner: 'here/1/a' });
      const { resend, deliveryOf } = await staffWithOrders(dying);
      const id = await resend();
      await expect.poll(async () => (await deliveryOf(id)).state).toBe('sending');
      const { sandbox } = dying;
      const next = await openTestApp({ databaseUrl, owner: 'there/1/b', sandbox });
      next.pass(secondsAhead * 1000);
      await next.dispatcher.start();
      await advanceTime([next], 59);
      expect((await deliveryOf(id)).state).toBe('sending');
      next.pass(-600_000);
      await advanceTime([next], 59);
      next.pass(600_000);
      await advanceTime([next], 59);
      expect((await deliveryOf(id)).state).toBe('sending');
      await advanceTime([next], 3);
      expect(await deliveryOf(id)).toMatchObject({ state: 'unconfirmed', reason: 'interrupted' });
    },
  );

  it('stores a late outcome if it was only believed dead', async () => {
    const databaseUrl = await newUrl();
    const answers = Promise.withResolvers<void>();
    const between = (onward: SallaTransport): SallaTransport => {
      return async (request) => {
        if (request.url.endsWith('/send-invoice')) await answers.promise;
        return onward(request);
      };
    };
    const slow = await openInstalledApp({ databaseUrl, between });
    const { resend, deliveryOf, emails } = await staffWithOrders(slow);
    const id = await resend();
    await expect.poll(async () => (await deliveryOf(id)).state).toBe('sending');
    // In the same process under another name, it believes the first one gone.
    const next = await openTestApp({ databaseUrl });
    await next.dispatcher.start();
    expect((await deliveryOf(id)).state).toBe('unconfirmed');
    answers.resolve();
    await slow.dispatcher.idle();
    expect(await deliveryOf(id)).toMatchObject({ state: 'sent', reason: null });
    expect(emails()).toHaveLength(1);
  });
});
