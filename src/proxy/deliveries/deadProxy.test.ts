import { describe, expect, it } from 'vitest';
import { openDesk, openInstalledDesk } from '../desk.testSupport.ts';
import type { SallaTransport } from '../salla/transport.ts';
import { engines } from '../storage/postgres.testSupport.ts';
import { staffWithOrders } from './orders.testSupport.ts';

describe.each(engines)('a proxy that dies over $engine', ({ newUrl }) => {
  it('leaves what it was sending unconfirmed for the next one, which does not send it', async () => {
    const databaseUrl = await newUrl();
    const between = (onward: SallaTransport): SallaTransport => {
      return (request) =>
        request.url.endsWith('/send-invoice') ? new Promise(() => {}) : onward(request);
    };
    const dying = await openInstalledDesk({ databaseUrl, between });
    const { resend } = await staffWithOrders(dying);
    const id = await resend();
    await expect
      .poll(() => dying.database.selectFrom('deliveries').select('state').execute())
      .toEqual([{ state: 'sending' }]);

    const next = await openInstalledDesk({ databaseUrl });
    await next.dispatcher.start();
    await next.dispatcher.idle();
    const { deliveryOf, emails } = await staffWithOrders(next);
    expect(await deliveryOf(id)).toMatchObject({ state: 'unconfirmed', reason: 'interrupted' });
    expect(emails()).toEqual([]);
  });

  it('leaves what it had not begun for the next one to send', async () => {
    const databaseUrl = await newUrl();
    const dying = await openInstalledDesk({ databaseUrl });
    await dying.dispatcher.stop();
    const id = await (await staffWithOrders(dying)).resend();
    const next = await openInstalledDesk({ databaseUrl });
    await next.dispatcher.start();
    await next.dispatcher.idle();
    const { deliveryOf, emails } = await staffWithOrders(next);
    expect(await deliveryOf(id)).toMatchObject({ state: 'sent', attempts: 1 });
    expect(emails()).toHaveLength(1);
  });

  it('tells the truth late where it was only thought dead', async () => {
    const databaseUrl = await newUrl();
    const answers = Promise.withResolvers<void>();
    const between = (onward: SallaTransport): SallaTransport => {
      return async (request) => {
        if (request.url.endsWith('/send-invoice')) await answers.promise;
        return onward(request);
      };
    };
    const slow = await openInstalledDesk({ databaseUrl, between });
    const { resend, deliveryOf, emails } = await staffWithOrders(slow);
    const id = await resend();
    await expect.poll(async () => (await deliveryOf(id)).state).toBe('sending');
    // Opened in the same process under another name, it takes the first one for gone.
    const next = await openDesk({ databaseUrl });
    await next.dispatcher.start();
    expect((await deliveryOf(id)).state).toBe('unconfirmed');
    answers.resolve();
    await slow.dispatcher.idle();
    expect(await deliveryOf(id)).toMatchObject({ state: 'sent', reason: null });
    expect(emails()).toHaveLength(1);
  });
});
