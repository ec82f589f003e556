import { describe, expect, it } from 'vitest';
import { simulate, storeId } from '../../testing/rateLimitSimulation.ts';

/** A store whose bucket is spent, so that one call a second passes. */
async function spent() {
  const simulation = simulate({ perMinute: 1, way: () => ({ there: 0, back: 0 }) });
  await simulation.untilDone(simulation.browse());
  return simulation;
}

describe('people at a spent bucket', () => {
  it('are let through in order of coming, one a second', async () => {
    const { rateLimiter, clock, untilDone } = await spent();
    const went: [string, number][] = [];
    const come = async (name: string) => {
      const permit = await rateLimiter.wait(storeId, 'browsing', { ms: 5000 });
      went.push([name, clock.passed()]);
      permit.leaves();
    };
    await untilDone(Promise.all([come('first'), come('second'), come('third')]));
    expect(went).toEqual([
      ['first', 1030],
      ['second', 2060],
      ['third', 3090],
    ]);
  });

  it('are told at once where their turn would come too late, and after how many seconds to come again', async () => {
    const { rateLimiter, clock } = await spent();
    for (let before = 0; before < 4; before++)
      void rateLimiter.wait(storeId, 'browsing', { ms: 5000 });
    await expect(rateLimiter.wait(storeId, 'browsing', { ms: 5000 })).rejects.toMatchObject({
      code: 'rate_limited',
      retryAfterSeconds: 6,
    });
    expect(clock.passed()).toBe(0);
  });

  it('are told when their patience is over, where Salla wants us to stay away meanwhile', async () => {
    const { rateLimiter, clock, untilDone } = await spent();
    const ahead = rateLimiter.wait(storeId, 'browsing', { ms: 5000 });
    const behind = rateLimiter.wait(storeId, 'browsing', { ms: 3000 });
    const told = expect(behind).rejects.toMatchObject({
      code: 'rate_limited',
      retryAfterSeconds: 20,
    });
    const permit = await untilDone(ahead);
    permit.leaves();
    const headers = { 'retry-after': '21' };
    permit.answered({ status: 429, headers, body: '' });
    await untilDone(behind.catch(() => {}));
    await told;
    expect(clock.passed()).toBe(3000);
  });

  it('leave the line as soon as they have gone, and whoever is behind moves up', async () => {
    const { rateLimiter, clock, untilDone } = await spent();
    const leaving = new AbortController();
    const gone = rateLimiter.wait(storeId, 'browsing', { ms: 5000, signal: leaving.signal });
    const behind = rateLimiter.wait(storeId, 'browsing', { ms: 5000 });
    const left = expect(gone).rejects.toBe('gone');
    leaving.abort('gone');
    await left;
    await untilDone(behind);
    expect(clock.passed()).toBe(1030);
  });

  it('have gone before they came', async () => {
    const { rateLimiter } = await spent();
    const signal = AbortSignal.abort('gone');
    await expect(rateLimiter.wait(storeId, 'browsing', { ms: 5000, signal })).rejects.toBe('gone');
  });

  it('are passed by nobody who sends', async () => {
    const { rateLimiter, clock, untilDone } = await spent();
    const person = rateLimiter.wait(storeId, 'browsing', { ms: 5000 });
    clock.plan(1030, () => {});
    for (const urgency of ['bulk', 'interactive'] as const) {
      expect(rateLimiter.take(storeId, urgency)).toEqual({ waitMs: 2060 });
    }
    const permit = await untilDone(person);
    permit.leaves();
    expect(clock.passed()).toBe(1030);
  });

  it('go before what a send asks besides, and that before other sends', async () => {
    const { rateLimiter, clock, untilDone } = await spent();
    const went: string[] = [];
    const come = async (urgency: 'finishing' | 'browsing') => {
      const permit = await rateLimiter.wait(storeId, urgency, { ms: 5000 });
      went.push(urgency);
      permit.leaves();
    };
    const both = Promise.all([come('finishing'), come('browsing')]);
    expect(rateLimiter.take(storeId, 'interactive')).toEqual({ waitMs: 2060 });
    expect(rateLimiter.take(storeId, 'bulk')).toEqual({ waitMs: 3090 });
    await untilDone(both);
    expect([went, clock.passed()]).toEqual([['browsing', 'finishing'], 2060]);
  });

  it('are let through as soon as an answer tells that more remains', async () => {
    const { rateLimiter, clock, limiter, untilDone, browse } = await spent();
    const waiting = [1, 2, 3].map(() => browse());
    clock.plan(500, () => limiter.setPerMinute(100));
    const met = await untilDone(Promise.all(waiting));
    expect(met.map(({ waitedMs }) => waitedMs)).toEqual([1030, 1030, 1030]);
    expect(rateLimiter.snapshot(storeId)?.limit).toBe(100);
  });
});
