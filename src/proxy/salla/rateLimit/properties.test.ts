import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { people, simulate, storeId } from '../../testing/rateLimitSimulation.ts';
import { createRateLimiter } from './rateLimiter.ts';
import type { Urgency } from './types.ts';

const minuteMs = 60_000;
const beginning = Date.parse('2026-03-10T09:00:00Z');
const limits = fc.constantFrom(120, 360, 720);
const phases = fc.nat(999);
const chances = fc.infiniteStream(fc.nat(1000)).map((stream) => () => {
  const { value } = stream.next();
  return (value ?? 0) / 1000;
});

/** Of each of Salla's minutes but the last, which is not over: what passed and what was refused. */
function minutesOf({ arrivals }: Pick<ReturnType<typeof simulate>, 'arrivals'>) {
  const minutes: { from: number; passed: number; refused: number }[] = [];
  for (const { at, outcome } of arrivals) {
    let minute = minutes.at(-1);
    if (minute === undefined || at - minute.from >= minuteMs) {
      minute = { from: at, passed: 0, refused: 0 };
      minutes.push(minute);
    }
    if (outcome === 'passes') minute.passed++;
    else minute.refused++;
  }
  return minutes.slice(0, -1);
}

describe('alone on a store, whatever the ways are like', { timeout: 60_000 }, () => {
  it('no call is refused where they waver by less than 30 ms, and of what could pass 95 % does', async () => {
    await fc.assert(
      fc.asyncProperty(
        limits,
        phases,
        fc.integer({ min: 1, max: 200 }),
        chances,
        async (perMinute, phase, least, chance) => {
          const way = () => ({ there: least / 2 + 28 * chance(), back: least / 2 + 28 * chance() });
          const simulation = simulate({ perMinute, way, startsAt: beginning + phase });
          simulation.sendAll(10_000);
          await simulation.clock.run(() => simulation.clock.passed() > 3.2 * minuteMs);
          const minutes = minutesOf(simulation);
          // Four at once take so long for the burst; the rest of the minute has its seconds.
          const burstMs = (perMinute * (least + 28)) / 4;
          const possible = perMinute + Math.floor((minuteMs - burstMs) / 1000);
          expect(minutes.length).toBeGreaterThanOrEqual(2);
          for (const { passed, refused } of minutes) {
            expect(refused).toBe(0);
            expect(passed).toBeGreaterThanOrEqual(0.95 * possible);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('one call a minute is refused at most where each is answered within a second', async () => {
    await fc.assert(
      fc.asyncProperty(
        limits,
        phases,
        fc.nat(500),
        chances,
        async (perMinute, phase, by, chance) => {
          const way = () => ({ there: by * chance(), back: (990 - by) * chance() });
          const simulation = simulate({ perMinute, way, startsAt: beginning + phase });
          simulation.sendAll(10_000);
          await simulation.clock.run(() => simulation.clock.passed() > 4.2 * minuteMs);
          for (const { refused } of minutesOf(simulation)) expect(refused).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('with others on the store', { timeout: 60_000 }, () => {
  it('nobody starves, and nothing is blocked, whoever comes and whatever other apps spend', async () => {
    await fc.assert(
      fc.asyncProperty(
        limits,
        phases,
        fc.integer({ min: 1, max: 20 }),
        fc.nat(30),
        chances,
        async (perMinute, phase, browses, outside, chance) => {
          const way = () => ({ there: 20 + 60 * chance(), back: 20 + 60 * chance() });
          const simulation = simulate({ perMinute, way, startsAt: beginning + phase });
          const waver = () => 2000 * (chance() - 0.5);
          const { met } = people(simulation, { perMinute: browses, waver });
          const spend = () => {
            simulation.spendOutside();
            simulation.clock.plan(minuteMs / outside, spend);
          };
          if (outside > 0) simulation.clock.plan(0, spend);
          simulation.sendAll(10_000);
          await simulation.clock.run(() => simulation.clock.passed() > 3 * minuteMs);
          const ofBulk = simulation.arrivals.filter(
            ({ who, outcome }) => who === 'bulk' && outcome === 'passes',
          );
          expect(ofBulk.length).toBeGreaterThan(3 * (perMinute * 0.88 - browses - outside));
          expect(met.filter(({ isAnswered }) => !isAnswered)).toEqual([]);
          expect(simulation.arrivals.filter(({ outcome }) => outcome === 'blocked')).toEqual([]);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('whatever becomes of permits', () => {
  const urgencies = fc.constantFrom<Urgency>('browsing', 'interactive', 'finishing', 'bulk');
  const ends = fc.constantFrom('answered', 'unsaid', 'refused', 'lost', 'givenBack', 'forgotten');

  it('the store goes on: none of them counts for ever', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(urgencies, ends, fc.boolean(), fc.nat(3000)), { maxLength: 400 }),
        (calls) => {
          let time = beginning;
          const rateLimiter = createRateLimiter({
            now: () => time,
            wait: () => new Promise(() => {}),
          });
          for (const [urgency, end, leaves, ms] of calls) {
            time += ms;
            const permit = rateLimiter.take(storeId, urgency);
            if ('waitMs' in permit) continue;
            if (leaves) permit.leaves();
            const headers = { 'x-ratelimit-limit': '120', 'x-ratelimit-remaining': '1' };
            const body = '';
            if (end === 'answered') permit.answered({ status: 200, headers, body });
            if (end === 'unsaid') permit.answered({ status: 500, headers: {}, body });
            if (end === 'refused') permit.answered({ status: 429, headers, body });
            if (end === 'lost') permit.lost();
            if (end === 'givenBack') permit.giveBack();
          }
          time += 4 * minuteMs;
          const after = rateLimiter.take(storeId, 'bulk');
          if ('waitMs' in after) throw new Error(`it is to wait for ${after.waitMs} ms`);
          after.leaves();
          const resetAt = Math.ceil(time / 1000) + 60;
          const headers = {
            'x-ratelimit-limit': '120',
            'x-ratelimit-remaining': '100',
            'x-ratelimit-reset': String(resetAt),
          };
          after.answered({ status: 200, headers, body: '' });
          expect(rateLimiter.snapshot(storeId)).toEqual({
            limit: 120,
            remaining: 100,
            resetAt: resetAt * 1000,
          });
          time += 1;
          expect(rateLimiter.take(storeId, 'bulk')).toHaveProperty('leaves');
        },
      ),
    );
  });
});
