import { describe, expect, it } from 'vitest';
import type { SallaTransport, TransportAnswer } from '../../salla/client/transport.ts';
import { advanceTime } from '../../testing/advanceTime.ts';
import { staffWithOrders } from '../../testing/orders.ts';
import { engines } from '../../testing/postgres.ts';
import { openInstalledApp, openTestApp } from '../../testing/testApp.ts';

/** Two proxies on one database. The first sends ten orders and gets `answer`; the calls of the second are counted. */
async function openTwo(newUrl: () => Promise<string>, answer: () => Promise<TransportAnswer>) {
  const databaseUrl = await newUrl();
  let [ofFirst, ofSecond] = [0, 0];
  const atFirst = (onward: SallaTransport): SallaTransport => {
    return (request) => {
      if (!request.url.endsWith('/send-invoice')) return onward(request);
      ofFirst += 1;
      return answer();
    };
  };
  const atSecond = (onward: SallaTransport): SallaTransport => {
    return (request) => {
      if (request.url.endsWith('/send-invoice')) ofSecond += 1;
      return onward(request);
    };
  };
  const first = await openInstalledApp({ databaseUrl, owner: 'here/1/a', between: atFirst });
  const { sandbox } = first;
  const second = await openTestApp({ databaseUrl, owner: 'there/1/b', between: atSecond, sandbox });
  const { staff, orderIds } = await staffWithOrders(first);
  await staff.resend({ orders: orderIds.slice(0, 10).map((orderId) => ({ orderId })) });
  await expect.poll(() => ofFirst).toBeGreaterThan(0);
  await second.dispatcher.start();
  return {
    first,
    second,
    callsOfSecond: () => ofSecond,
    counts: async () => (await staff.get('/api/deliveries?perPage=1')).body.counts,
  };
}

describe.each(engines)('a store’s queue over $engine', { timeout: 30_000 }, ({ newUrl }) => {
  it('is handed on at once by an owner that stops during a call, and the call counts', async () => {
    const gate = Promise.withResolvers<TransportAnswer>();
    const { first, second, callsOfSecond, counts } = await openTwo(newUrl, () => gate.promise);
    // As many as a worker has in flight of a batch.
    await expect.poll(async () => (await counts()).sending).toBe(4);
    const stopped = first.dispatcher.stop();
    await expect
      .poll(() => first.database.selectFrom('store_queues').select('owner').execute())
      .toEqual([{ owner: null }]);
    await advanceTime([second], 2);
    expect(callsOfSecond()).toBeGreaterThan(0);
    expect(await counts()).toMatchObject({ sending: 4, unconfirmed: 0 });
    gate.resolve({ status: 422, headers: {}, body: '' });
    await stopped;
    expect(await counts()).toMatchObject({ sending: 0, unconfirmed: 0 });
  });

  it('stays its owner’s while the rate limit makes it wait', async () => {
    const headers = { 'retry-after': '60' };
    const { first, second, callsOfSecond } = await openTwo(newUrl, async () => {
      return { status: 429, headers, body: '' };
    });
    await first.dispatcher.idle();
    await advanceTime([first, second], 50);
    expect(callsOfSecond()).toBe(0);
  });
});
