import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openVirtualApp, type VirtualApp } from '../../testing/virtualApp.ts';

/** Sends, calls a minute, and the budget in seconds with nobody browsing. */
const budgets = [
  [200, 120, 66],
  [500, 120, 156],
  [500, 360, 66],
  [500, 720, 15],
] as const;

/** Sends all of them; returns after how many ms the last one arrived. */
async function sendAll({ clock, emails, staff, orderIds, during }: VirtualApp): Promise<number> {
  const orders = orderIds.map((orderId) => ({ orderId }));
  const from = clock.passed();
  const asked = await during(staff.resend({ orders }));
  expect(asked.body.data.deliveries).toHaveLength(orders.length);
  await emails(orders.length);
  return clock.passed() - from;
}

describe('a batch with nobody browsing', { timeout: 60_000 }, () => {
  it.each(budgets)(
    'of %i at %i a minute has left within %i s, each one once, and is never refused',
    async (sends, perMinute, seconds) => {
      const desk = await openVirtualApp({ perMinute, sends });
      expect(await sendAll(desk)).toBeLessThanOrEqual(seconds * 1000);
      expect(new Set(desk.desk.sandbox.mailbox().map((mail) => mail.orderId)).size).toBe(sends);
      expect(desk.refusals()).toEqual([]);
    },
  );
});

describe('a batch with people browsing at 20 calls a minute', { timeout: 60_000 }, () => {
  it.each([
    [200, 120],
    [500, 360],
    [900, 720],
  ])(
    'of %i at %i a minute keeps none of them waiting longer than 2 s',
    async (sends, perMinute) => {
      const desk = await openVirtualApp({ perMinute, sends });
      const waits = desk.browse(desk.staff, 20);
      await sendAll(desk);
      expect(waits.length).toBeGreaterThanOrEqual(20);
      expect(Math.max(...waits)).toBeLessThanOrEqual(2000);
      expect(desk.refusals()).toEqual([]);
    },
  );

  it('at another proxy on the same database does the same', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'invoice-desk-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const databaseUrl = `sqlite:${join(folder, 'desk.db')}`;
    const desk = await openVirtualApp({ perMinute: 120, sends: 200, databaseUrl });
    const other = await desk.openOther();
    const waits = desk.browse(await desk.during(other.openFrame()), 20);
    await sendAll(desk);
    expect(waits.length).toBeGreaterThanOrEqual(20);
    expect(Math.max(...waits)).toBeLessThanOrEqual(2000);
  });
});

describe('a single resend during a batch', { timeout: 60_000 }, () => {
  it('is sent within 2 s, also beyond the limit', async () => {
    const { clock, desk, staff, orderIds, during, emails } = await openVirtualApp({
      perMinute: 30,
      sends: 80,
    });
    const [single = 0, ...many] = orderIds;
    await during(staff.resend({ orders: many.map((orderId) => ({ orderId })) }));
    await emails(40);
    const from = clock.passed();
    await during(staff.resend({ orders: [{ orderId: single }] }));
    await clock.run(() => desk.sandbox.mailbox().some((mail) => mail.orderId === single));
    expect(clock.passed() - from).toBeLessThanOrEqual(2000);
  });
});
