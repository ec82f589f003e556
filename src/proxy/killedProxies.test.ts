import { setTimeout as after } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Delivery, DeliveryCounts } from '../contract/delivery.ts';
import { drawsFor } from '../sandbox/random.ts';
import { engines } from './testing/postgres.ts';
import { openProcesses } from './testing/testProcesses.ts';

const kills = 30;
const proxies = 3;
/** The maximum in flight of a store. */
const inFlight = 5;
const path = '/admin/v2/orders/*/send-invoice';

const closing: Array<() => Promise<void>> = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function openBusyFleet(databaseUrl: string) {
  const fleet = await openProcesses({ databaseUrl, size: proxies });
  closing.push(fleet.close);
  const { sandbox, staff } = fleet;
  const orderIds = new Set<number>();
  for (let page = 1; page <= 12; page += 1) {
    const { body } = await staff.get(`/api/invoices?perPage=60&page=${page}`);
    for (const { orderId } of body.data) orderIds.add(orderId);
  }
  sandbox.setRequestsPerMinute(6000);
  sandbox.setFaults([
    { method: 'POST', path, answer: 'slow', ms: 250, times: 60 },
    { method: 'POST', path, answer: 'slow', ms: 40 },
  ]);
  const waiting = [...orderIds].map((orderId) => ({ orderId }));
  const counts = async (): Promise<DeliveryCounts> =>
    (await staff.get('/api/deliveries?perPage=1')).body.counts;
  return {
    ...fleet,
    counts,
    /** Requests so many new orders; returns how many there were. */
    askFor: async (count: number) => {
      const orders = waiting.splice(0, count);
      if (orders.length > 0) await staff.resend({ orders });
      return orders.length;
    },
    all: async () => {
      const found: Delivery[] = [];
      for (let page = 1; ; page += 1) {
        const { body } = await staff.get(`/api/deliveries?perPage=60&page=${page}`);
        if (body.data.length === 0) return found;
        found.push(...body.data);
      }
    },
  };
}

describe.each(engines)('proxies that are killed at random, over $engine', ({ newUrl }) => {
  const seed = Date.now() % 1_000_000;

  it(`mail nobody twice and lose nothing (seed ${seed})`, { timeout: 300_000 }, async () => {
    const { sandbox, kill, askFor, counts, all } = await openBusyFleet(await newUrl());
    const draws = drawsFor(seed);
    let asked = await askFor(draws.whole(60, 100));
    for (let killed = 0; killed < kills; killed += 1) {
      await after(draws.whole(20, 500));
      await kill(draws.whole(0, proxies - 1));
      if ((await counts()).queued < 30) asked += await askFor(draws.whole(60, 100));
    }
    await expect
      .poll(counts, { timeout: 120_000, interval: 200 })
      .toMatchObject({ queued: 0, sending: 0 });

    const deliveries = await all();
    const mailed = sandbox.mailbox().map((mail) => mail.orderId);
    const ordersOf = (state: Delivery['state']) =>
      new Set(deliveries.filter((one) => one.state === state).map((one) => one.orderId));
    const [sent, unconfirmed, failed] = [
      ordersOf('sent'),
      ordersOf('unconfirmed'),
      ordersOf('failed'),
    ];
    expect(new Set(mailed).size).toBe(mailed.length);
    expect(new Set(deliveries.map(({ orderId }) => orderId)).size).toBe(asked);
    expect(sent.size + unconfirmed.size + failed.size).toBe(asked);
    expect([...sent].filter((orderId) => !mailed.includes(orderId))).toEqual([]);
    expect(mailed.filter((orderId) => !sent.has(orderId) && !unconfirmed.has(orderId))).toEqual([]);
    expect(unconfirmed.size).toBeLessThanOrEqual(kills * inFlight);
  });
});
