import { describe, expect, it } from 'vitest';
import { people, simulate, storeId } from '../../testing/rateLimitSimulation.ts';
import type { TransportAnswer } from '../client/transport.ts';
import { createRateLimiter } from './rateLimiter.ts';

const withoutHeaders = (answer: TransportAnswer): TransportAnswer => ({ ...answer, headers: {} });

/** A plan of 720 a minute that Salla never names, and people who call 300 times a minute. */
function unnamedPlan() {
  const simulation = simulate({ perMinute: 720, through: withoutHeaders });
  return { simulation, crowd: people(simulation, { perMinute: 300 }) };
}

describe('where Salla names no limit', { timeout: 60_000 }, () => {
  it('people are held up by no guess of ours', async () => {
    const { simulation, crowd } = unnamedPlan();
    await simulation.clock.run(() => simulation.clock.passed() > 130_000);
    expect(crowd.met.length).toBeGreaterThan(600);
    expect(crowd.met.filter(({ isAnswered }) => !isAnswered)).toEqual([]);
    expect(crowd.longestWait()).toBe(0);
    expect(simulation.arrivals.filter(({ outcome }) => outcome !== 'passes')).toEqual([]);
  });

  it('bulk keeps to the smallest plan, and goes on at one a second beside any number of people', async () => {
    const { simulation } = unnamedPlan();
    simulation.sendAll(1000);
    await simulation.clock.run(() => simulation.clock.passed() > 59_000);
    const ofBulk = (from: number, to: number) =>
      simulation.arrivals.filter(({ who, at }) => who === 'bulk' && at >= from && at < to).length;
    expect(ofBulk(0, 59_000)).toBeLessThanOrEqual(120 + 59);
    expect(ofBulk(40_000, 59_000)).toBeGreaterThanOrEqual(15);
  });

  it('people wait their turn once Salla has refused a call, until the minute is over', async () => {
    const simulation = simulate({ perMinute: 120, through: withoutHeaders });
    const crowd = people(simulation, { perMinute: 300 });
    await simulation.clock.run(() => simulation.clock.passed() > 59_000);
    expect(simulation.refusals('person').length).toBeGreaterThan(0);
    expect(simulation.refusals('person').length).toBeLessThanOrEqual(5);
    crowd.stop();
    simulation.clock.plan(30_000, () => {});
    await simulation.clock.run(() => simulation.clock.passed() > 80_000);
    await expect(simulation.untilDone(simulation.browse())).resolves.toEqual({
      waitedMs: 0,
      isAnswered: true,
    });
  });
});

describe('who is to be waited for', () => {
  const beginning = Date.parse('2026-03-10T09:00:00Z');
  const reset = String((beginning + 60_000) / 1000);
  const told = (remaining: number, status = 200, headers = {}): TransportAnswer => ({
    status,
    headers: {
      'x-ratelimit-limit': '120',
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': reset,
      ...headers,
    },
    body: '',
  });

  async function refusalAfter(...answers: TransportAnswer[]) {
    const rateLimiter = createRateLimiter({
      now: () => beginning,
      wait: () => new Promise(() => {}),
    });
    for (const answer of answers) {
      const permit = rateLimiter.take(storeId, 'browsing');
      if ('waitMs' in permit) throw new Error(`it is to wait for ${permit.waitMs} ms`);
      permit.leaves();
      permit.answered(answer);
    }
    return rateLimiter.wait(storeId, 'browsing', { ms: 0 }).catch((failure: unknown) => failure);
  }

  it('is Salla where it has named a time', async () => {
    const refusal = await refusalAfter(told(0, 429, { 'retry-after': '7' }));
    expect(refusal).toMatchObject({ reason: 'salla', retryAfterSeconds: 7 });
  });

  it('are the others of the store where its minute is spent, and Salla asked for nothing', async () => {
    expect(await refusalAfter(told(0))).toMatchObject({ reason: 'store_busy' });
  });
});
