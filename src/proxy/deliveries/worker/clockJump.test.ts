import { describe, expect, it } from 'vitest';
import type { SallaTransport } from '../../salla/client/transport.ts';
import { advanceTime } from '../../testing/advanceTime.ts';
import { staffWithOrders } from '../../testing/orders.ts';
import { engines } from '../../testing/postgres.ts';
import { openInstalledApp, openTestApp } from '../../testing/testApp.ts';

/** A proxy with its own clock, so that Salla's clock goes on when that one jumps; forty orders are queued. */
async function openSending(newUrl: () => Promise<string>) {
  const databaseUrl = await newUrl();
  const salla = await openInstalledApp({ databaseUrl });
  const between = (onward: SallaTransport): SallaTransport => {
    return async (request) => {
      const { headers, ...answer } = await onward(request);
      return { ...answer, headers: { ...headers, date: new Date(salla.now()).toUTCString() } };
    };
  };
  const desk = await openTestApp({ databaseUrl, sandbox: salla.sandbox, between });
  const { staff, orderIds, emails } = await staffWithOrders(desk);
  salla.sandbox.setRequestsPerMinute(10);
  const pass = async (seconds: number, isSo?: () => boolean) =>
    advanceTime([salla, desk], seconds, isSo);
  await pass(61);
  const orders = orderIds.slice(0, 40).map((orderId) => ({ orderId }));
  await staff.resend({ orders });
  await pass(20);
  const counts = async () => (await staff.get('/api/deliveries?perPage=1')).body.counts;
  return { desk, staff, orderIds, emails, pass, counts };
}

describe.each(engines)('a clock jump, over $engine', { timeout: 30_000 }, ({ newUrl }) => {
  it.each([-600, -30, 30, 600])('of %i s neither stops a batch nor rushes it', async (seconds) => {
    const { desk, emails, pass, counts } = await openSending(newUrl);
    const before = emails().length;
    expect(before).toBeGreaterThan(10);
    expect(before).toBeLessThan(30);
    desk.pass(seconds * 1000);
    await pass(10);
    expect(emails().length).toBeLessThanOrEqual(before + 12);
    await pass(80);
    expect(await counts()).toMatchObject({ queued: 0, sending: 0, unconfirmed: 0 });
    expect(new Set(emails()).size).toBe(emails().length);
  });

  it('backwards keeps the undo time and no more', async () => {
    const { desk, staff, orderIds, emails, pass } = await openSending(newUrl);
    await pass(60);
    const orders = [{ orderId: orderIds[50] }];
    const asked = await staff.resend({ orders, undoSeconds: 30 });
    expect(asked.status).toBe(202);
    const before = emails().length;
    desk.pass(-600_000);
    await pass(29);
    expect(emails()).toHaveLength(before);
    expect(await pass(10, () => emails().length > before)).toBeLessThan(10);
  });
});
