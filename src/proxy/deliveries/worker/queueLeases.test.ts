import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { SallaTransport } from '../../salla/client/transport.ts';
import { advanceTime } from '../../testing/advanceTime.ts';
import { staffWithOrders } from '../../testing/orders.ts';
import { engines } from '../../testing/postgres.ts';
import { openInstalledApp, openTestApp } from '../../testing/testApp.ts';

const unavailable = { status: 503, headers: {}, body: '' };

/** Whether Salla answers a proxy, and how many sends that proxy requested. */
function watch(isUp: boolean) {
  const salla = { isUp, calls: 0, gate: Promise.resolve() };
  const between = (onward: SallaTransport): SallaTransport => {
    return async (request) => {
      if (!request.url.endsWith('/send-invoice')) return onward(request);
      salla.calls += 1;
      await salla.gate;
      return salla.isUp ? onward(request) : unavailable;
    };
  };
  return { salla, between };
}

/** Two proxies on one database and one Salla, each with its own clock; the first has thirty orders to send. */
async function openTwo(
  newUrl: () => Promise<string>,
  { owners = ['here/1/a', 'there/1/b'], isUp = false, secondsAhead = 0 } = {},
) {
  const databaseUrl = await newUrl();
  const [ofFirst, ofSecond] = [watch(isUp), watch(true)];
  const [owner = '', other = ''] = owners;
  const first = await openInstalledApp({ databaseUrl, owner, between: ofFirst.between });
  const { sandbox } = first;
  const second = await openTestApp({
    databaseUrl,
    owner: other,
    between: ofSecond.between,
    sandbox,
  });
  second.pass(secondsAhead * 1000);
  const { staff, orderIds, emails } = await staffWithOrders(first);
  const orders = orderIds.slice(0, 30).map((orderId) => ({ orderId }));
  await staff.resend({ orders });
  await first.dispatcher.idle();
  await second.dispatcher.start();
  return {
    first,
    second,
    atFirst: ofFirst.salla,
    atSecond: ofSecond.salla,
    emails,
    letPass: (seconds: number, desks = [first, second]) => advanceTime(desks, seconds),
    /** At most five minutes. */
    letPassUntil: (isSo: () => boolean, desks = [first, second]) => advanceTime(desks, 300, isSo),
    counts: async () => (await staff.get('/api/deliveries?perPage=1')).body.counts,
  };
}

describe.each(engines)('a store’s queue over $engine', { timeout: 30_000 }, ({ newUrl }) => {
  it.each([0, 600, -5])(
    'is one proxy’s alone as long as that one lives, with a clock %i s ahead beside it',
    async (secondsAhead) => {
      const two = await openTwo(newUrl, { secondsAhead });
      await two.letPass(40);
      expect(two.atFirst.calls).toBeGreaterThan(1);
      two.atFirst.isUp = true;
      await two.letPassUntil(() => two.emails().length >= 20);
      expect(two.atSecond.calls).toBe(0);
    },
  );

  it.each([0, 600, -5])(
    'is taken over within ten seconds of its owner’s death, by a clock %i s ahead',
    async (secondsAhead) => {
      const two = await openTwo(newUrl, { secondsAhead });
      await two.letPass(6);
      const seconds = await two.letPassUntil(() => two.atSecond.calls > 0, [two.second]);
      expect(seconds).toBeGreaterThan(5);
      expect(seconds).toBeLessThanOrEqual(10);
      two.atFirst.calls = 0;
      await two.letPassUntil(() => two.emails().length >= 20, [two.second]);
      expect(two.atFirst.calls).toBe(0);
    },
  );

  it('is lost by an owner that slept during a call, even if its clock slept too', async () => {
    const two = await openTwo(newUrl);
    const answers = Promise.withResolvers<void>();
    Object.assign(two.atFirst, { gate: answers.promise, calls: 0 });
    two.atSecond.isUp = false;
    two.first.pass(2000);
    two.first.alarm()?.ring();
    await expect.poll(() => two.atFirst.calls).toBeGreaterThan(0);
    await two.letPassUntil(() => two.atSecond.calls > 0, [two.second]);
    const { calls } = two.atFirst;
    two.atFirst.isUp = true;
    answers.resolve();
    await two.first.dispatcher.idle();
    expect(two.atFirst.calls).toBe(calls);
  });

  it('keeps the owner’s claims during calls that take longer than a claim lasts', async () => {
    const two = await openTwo(newUrl);
    const answers = Promise.withResolvers<void>();
    Object.assign(two.atFirst, { gate: answers.promise, calls: 0, isUp: true });
    two.first.pass(2000);
    two.first.alarm()?.ring();
    await expect.poll(() => two.atFirst.calls).toBeGreaterThan(0);
    const shortest = async () => {
      const claims = two.first.database.selectFrom('deliveries').where('state', '=', 'sending');
      const { until } = await claims
        .select(({ fn }) => fn.min('lease_until').as('until'))
        .executeTakeFirstOrThrow();
      return until ?? 0;
    };
    for (let seconds = 0; seconds < 72; seconds += 6) {
      two.first.pass(6000);
      two.first.alarm()?.ring();
      await expect.poll(shortest).toBe(two.first.now() + 60_000);
      await two.letPass(6, [two.second]);
    }
    expect(await two.counts()).toMatchObject({ unconfirmed: 0, sending: two.atFirst.calls });
    answers.resolve();
  });

  it('goes to the next process at once when its owner stops', async () => {
    const two = await openTwo(newUrl);
    await two.letPass(6);
    await two.first.dispatcher.stop();
    await two.letPass(1, [two.second]);
    expect(two.atSecond.calls).toBeGreaterThan(0);
  });

  it('is mailed once even by two processes that believe each other gone', async () => {
    const owners = [`${hostname()}/99999991/a`, `${hostname()}/99999992/b`];
    const two = await openTwo(newUrl, { owners, isUp: true });
    await two.letPassUntil(() => two.emails().length >= 20);
    await two.letPass(20);
    const { queued, sending, sent, unconfirmed } = await two.counts();
    expect([queued, sending]).toEqual([0, 0]);
    expect(new Set(two.emails()).size).toBe(two.emails().length);
    expect(two.emails().length).toBeLessThanOrEqual(sent + unconfirmed);
    expect(two.emails().length).toBeGreaterThanOrEqual(sent);
  });
});
