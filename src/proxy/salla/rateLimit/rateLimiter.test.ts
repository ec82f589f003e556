import { describe, expect, it } from 'vitest';
import { people, simulate, storeId } from '../../testing/rateLimitSimulation.ts';
import type { TransportAnswer } from '../client/transport.ts';
import { createRateLimiter } from './rateLimiter.ts';
import type { Permit } from './types.ts';

const beginning = Date.parse('2026-03-10T09:00:00Z');
/** Sends, calls a minute, and how many seconds they may take. */
const budgets = [
  [200, 120, 66],
  [500, 120, 156],
  [500, 360, 66],
  [500, 720, 15],
] as const;

describe('a batch alone on its store', { timeout: 60_000 }, () => {
  it.each(budgets)(
    'of %i at %i a minute is through within %i s, and never refused',
    async (sends, perMinute, seconds) => {
      for (const phase of [0, 1, 499, 500, 999]) {
        const simulation = simulate({ perMinute, startsAt: beginning + phase });
        const tookMs = await simulation.untilDone(simulation.sendAll(sends));
        expect(tookMs).toBeLessThanOrEqual(seconds * 1000);
        expect(simulation.arrivals.map(({ outcome }) => outcome)).toEqual(
          Array(sends).fill('passes'),
        );
      }
    },
  );

  it('sends one call ahead, and the rest once Salla has said how many it takes', async () => {
    const simulation = simulate({ way: () => ({ there: 200, back: 200 }) });
    await simulation.untilDone(simulation.sendAll(5));
    expect(simulation.arrivals.map(({ at }) => at)).toEqual([200, 600, 600, 600, 600]);
  });

  it('goes at one a second past the limit, and sends one call ahead when the minute has turned', async () => {
    const simulation = simulate({ perMinute: 10, startsAt: beginning });
    await simulation.untilDone(simulation.sendAll(75));
    const at = simulation.arrivals.map((arrival) => arrival.at);
    const gaps = at.slice(1).map((time, index) => time - (at[index] ?? 0));
    expect(Math.min(...gaps.slice(10, 60))).toBeGreaterThanOrEqual(1000);
    expect(Math.max(...gaps.slice(10, 60))).toBeLessThan(1100);
    const turn = at.findIndex((time) => time >= (at[0] ?? 0) + 60_000);
    const gapsAtTurn = gaps.slice(turn - 1, turn + 4);
    expect(gapsAtTurn[0]).toBeGreaterThanOrEqual(1000);
    expect(gapsAtTurn.slice(1)).toEqual([60, 0, 0, 0]);
  });

  it('is never refused where its claims take their time, one more and the next less', async () => {
    let count = 0;
    const simulation = simulate({ perMinute: 30, claim: () => (count++ % 3) * 300 });
    await simulation.untilDone(simulation.sendAll(60));
    expect(simulation.refusals('bulk')).toEqual([]);
  });

  it('meets one refusal where another app has spent the bucket meanwhile, and goes on at one a second', async () => {
    const simulation = simulate({ perMinute: 120 });
    simulation.clock.plan(1000, () => {
      for (let call = 0; call < 120; call++) simulation.spendOutside();
    });
    await simulation.untilDone(simulation.sendAll(100));
    expect(simulation.refusals('bulk').length).toBeLessThanOrEqual(4);
    expect(simulation.clock.passed()).toBeLessThan(62_000);
  });

  it('follows a plan that changes on the way', async () => {
    const simulation = simulate({ perMinute: 120 });
    simulation.clock.plan(20_000, () => simulation.limiter.setPerMinute(720));
    expect(await simulation.untilDone(simulation.sendAll(500))).toBeLessThan(28_000);
    expect(simulation.refusals('bulk')).toEqual([]);
  });

  it('goes on at one a second where the plan shrinks below what is on its way', async () => {
    const simulation = simulate({ perMinute: 720 });
    simulation.clock.plan(500, () => simulation.limiter.setPerMinute(3));
    await simulation.untilDone(simulation.sendAll(60));
    expect(simulation.refusals('bulk').length).toBeLessThanOrEqual(4);
  });
});

describe('with people browsing at 20 calls a minute', { timeout: 60_000 }, () => {
  it.each([120, 360, 720])(
    'none of them waits longer than 2 s at %i a minute',
    async (perMinute) => {
      const simulation = simulate({ perMinute });
      const browsing = people(simulation);
      await simulation.untilDone(simulation.sendAll(3 * perMinute));
      expect(browsing.met.length).toBeGreaterThan(30);
      expect(browsing.met.filter(({ isAnswered }) => !isAnswered)).toEqual([]);
      expect(browsing.longestWait()).toBeLessThanOrEqual(2000);
      expect(simulation.arrivals.filter(({ outcome }) => outcome !== 'passes')).toEqual([]);
    },
  );

  it('a tenth of the limit is left to them, and what they don’t use of it is spent at the minute’s end', async () => {
    const simulation = simulate({ perMinute: 120, startsAt: beginning });
    await simulation.untilDone(simulation.browse());
    simulation.sendAll(500);
    await simulation.clock.run(() => simulation.clock.passed() > 60_000);
    // One call of people's share of twelve is used: eleven more are left to them until the last three seconds.
    expect(simulation.passedBetween(0, 57_000)).toBe(1 + 108);
    expect(simulation.passedBetween(0, 60_000)).toBeGreaterThanOrEqual(120);
  });

  it('a share is left to them in the minute after theirs as well, and in no other', async () => {
    const simulation = simulate({ perMinute: 120, startsAt: beginning });
    simulation.sendAll(1000);
    simulation.clock.plan(30_000, () => simulation.browse());
    await simulation.clock.run(() => simulation.clock.passed() > 180_000);
    const inMinutes = [0, 60_100, 120_200].map((from) =>
      simulation.passedBetween(from, from + 50_000),
    );
    expect(inMinutes.map((passed) => passed > 120)).toEqual([true, false, true]);
  });

  it('whoever comes to a spent bucket goes before bulk', async () => {
    const simulation = simulate({ perMinute: 30 });
    simulation.sendAll(60);
    await simulation.clock.run(() => simulation.arrivals.length === 35);
    await simulation.untilDone(Promise.all([simulation.browse(), simulation.browse()]));
    expect(simulation.arrivals.slice(35).map(({ who }) => who)).toEqual(['person', 'person']);
  });
});

describe('stores', () => {
  it('don’t slow each other', async () => {
    const alone = simulate();
    const tookAlone = await alone.untilDone(alone.sendAll(150));
    const simulation = simulate();
    const both = [simulation.sendAll(150), simulation.sendAll(150, simulation.rateLimiter, 2)];
    expect(await simulation.untilDone(Promise.all(both).then((took) => Math.max(...took)))).toBe(
      tookAlone,
    );
  });

  it('are forgotten when nobody has called for them for long', async () => {
    const simulation = simulate();
    await simulation.untilDone(simulation.sendAll(1));
    expect(simulation.rateLimiter.snapshot(storeId)).toMatchObject({ limit: 120, remaining: 119 });
    await simulation.clock.run(
      () => simulation.clock.passed() > 0,
      async () => {},
    );
    simulation.clock.plan(11 * 60_000, () => {});
    await simulation.clock.run(() => simulation.clock.passed() > 10 * 60_000);
    await simulation.untilDone(simulation.sendAll(1, simulation.rateLimiter, 2));
    expect(simulation.rateLimiter.snapshot(storeId)).toBeNull();
  });
});

describe('a permit', () => {
  const answer = (remaining: number): TransportAnswer => ({
    status: 200,
    headers: {
      'x-ratelimit-limit': '120',
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': String(beginning / 1000 + 60),
    },
    body: '',
  });

  function onStoppedClock() {
    const rateLimiter = createRateLimiter({
      now: () => beginning,
      wait: () => new Promise(() => {}),
    });
    const takeOne = () => rateLimiter.take(storeId, 'bulk');
    const permit = (): Permit => {
      const taken = takeOne();
      if ('waitMs' in taken) throw new Error(`it is to wait for ${taken.waitMs} ms`);
      taken.leaves();
      return taken;
    };
    return { rateLimiter, permit, takeOne };
  }

  it('counts as spent until it is answered', () => {
    const { permit, takeOne } = onStoppedClock();
    permit().answered(answer(2));
    permit();
    permit();
    expect(takeOne()).toHaveProperty('waitMs');
  });

  it('that is given back counts no more', () => {
    const { permit } = onStoppedClock();
    permit().answered(answer(1));
    for (let time = 0; time < 5; time++) permit().giveBack();
  });

  it('whose call got no answer counts as spent, until an answer to a later call tells', () => {
    const { rateLimiter, permit } = onStoppedClock();
    permit().answered(answer(10));
    const [lost, other] = [permit(), permit()];
    lost.lost();
    other.answered(answer(9));
    expect(rateLimiter.snapshot(storeId)?.remaining).toBe(8);
    permit().answered(answer(8));
    expect(rateLimiter.snapshot(storeId)?.remaining).toBe(8);
  });

  it('for nobody who waits leaves half of the minute to others, and three quarters while many are sent', () => {
    const { rateLimiter, permit } = onStoppedClock();
    const isFree = () => {
      const taken = rateLimiter.take(storeId, 'background');
      if (!('waitMs' in taken)) taken.giveBack();
      return !('waitMs' in taken);
    };
    rateLimiter.mergeRemote(storeId, {
      browsedAt: 0,
      refusedAt: 0,
      limit: 120,
      remaining: 61,
      resetAt: beginning + 60_000,
    });
    expect(isFree()).toBe(true);
    permit().answered(answer(89));
    expect(isFree()).toBe(false);
    permit().answered(answer(91));
    expect(isFree()).toBe(true);
  });

  it('ends once', () => {
    const { rateLimiter, permit } = onStoppedClock();
    permit().answered(answer(10));
    const one = permit();
    one.giveBack();
    one.lost();
    one.answered(answer(3));
    expect(rateLimiter.snapshot(storeId)?.remaining).toBe(10);
  });
});
