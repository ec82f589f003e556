import { describe, expect, it } from 'vitest';
import { simulate, storeId } from '../../testing/rateLimitSimulation.ts';
import { estimateSeconds } from './estimate.ts';

const now = Date.parse('2026-03-10T09:00:00Z');

describe('how long so many sends take', { timeout: 60_000 }, () => {
  const limits = [120, 360, 720];
  /** How many have gone before, and how many are to go. */
  const cases = [
    [1, 1],
    [1, 60],
    [1, 200],
    [1, 500],
    [1, 1000],
    [100, 30],
    [100, 200],
    [150, 10],
    [150, 400],
    [400, 900],
  ] as const;

  it.each(limits)('is told to a tenth, or two seconds, at %i a minute', async (perMinute) => {
    for (const [before, sends] of cases) {
      const simulation = simulate({ perMinute });
      await simulation.untilDone(simulation.sendAll(before));
      const { rateLimiter, clock } = simulation;
      const from = clock.now();
      const told = estimateSeconds(sends, rateLimiter.snapshot(storeId), from) ?? Number.NaN;
      await simulation.untilDone(simulation.sendAll(sends));
      const took = (clock.now() - from) / 1000;
      expect(Math.abs(told - took)).toBeLessThanOrEqual(Math.max(2, took / 10));
    }
  });

  it('is nothing for none', () => {
    expect(estimateSeconds(0, { limit: 120, remaining: 0, resetAt: now + 30_000 }, now)).toBe(0);
  });

  it('can’t be told where Salla hasn’t said its limit', () => {
    expect(estimateSeconds(10, null, now)).toBeNull();
  });

  it('counts on the whole limit where the minute that was told of is over', () => {
    const over = { limit: 120, remaining: 0, resetAt: now - 3600_000 };
    expect(estimateSeconds(100, over, now)).toBeLessThanOrEqual(2);
  });

  it('ends, whatever is said', () => {
    const odd = { limit: 0, remaining: -5, resetAt: now + 1e15 };
    expect(estimateSeconds(1000, odd, now)).toBeGreaterThan(1000);
    expect(
      estimateSeconds(1000, { ...odd, resetAt: Number.NEGATIVE_INFINITY }, now),
    ).toBeGreaterThan(1000);
  });
});
