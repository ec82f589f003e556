import { describe, expect, it } from 'vitest';
import { simulate, storeId } from '../../testing/rateLimitSimulation.ts';
import { virtualClock } from '../../testing/virtualClock.ts';
import type { TransportAnswer } from '../client/transport.ts';
import { createRateLimiter } from './rateLimiter.ts';
import type { Permit } from './types.ts';

const beginning = Date.parse('2026-03-10T09:00:00Z');

/** Headers as one who changes them for the worse passes them on. */
function through(change: (headers: Record<string, string | undefined>, count: number) => object) {
  let count = 0;
  return (answer: TransportAnswer): TransportAnswer => ({
    ...answer,
    headers: { ...answer.headers, ...change(answer.headers, count++) },
  });
}

const reset = 'x-ratelimit-reset';
const shifted = (byMs: number) => (headers: Record<string, string | undefined>) => ({
  [reset]: String(Number(headers[reset]) + byMs / 1000),
});

const none = {
  'x-ratelimit-limit': undefined,
  'x-ratelimit-remaining': undefined,
  'x-ratelimit-reset': undefined,
};
const garbage = {
  'x-ratelimit-limit': 'NaN',
  'x-ratelimit-remaining': '-3',
  'x-ratelimit-reset': 'Tue, 10 Mar',
};

describe('200 sends at 120 a minute', { timeout: 60_000 }, () => {
  it.each([
    ['there are no headers', () => none, 80],
    ['the headers are garbage', () => garbage, 80],
    ['the limit is missing', () => ({ 'x-ratelimit-limit': undefined }), 66],
    ['what remains is missing', () => ({ 'x-ratelimit-remaining': undefined }), 80],
    ['the reset is missing', () => ({ [reset]: undefined }), 66],
    ['the reset is in milliseconds', shifted(1e15), 66],
    ['the reset is always past', shifted(-70_000), 80],
    ['the reset is a little early', shifted(-1500), 66],
    ['the reset is a little late', shifted(1500), 66],
    [
      'the reset wavers',
      (headers: Record<string, string | undefined>, count: number) =>
        shifted(((count * 7) % 5) * 1000 - 2000)(headers),
      66,
    ],
    [
      'the headers are missing now and then',
      (_headers: Record<string, string | undefined>, count: number) =>
        count % 3 === 1 ? none : {},
      66,
    ],
  ])('are through where %s, and next to none is refused', async (_what, change, seconds) => {
    const simulation = simulate({ startsAt: beginning, through: through(change) });
    expect(await simulation.untilDone(simulation.sendAll(200))).toBeLessThan(seconds * 1000);
    expect(simulation.refusals('bulk').length).toBeLessThanOrEqual(4);
  });

  it.each([-3600_000, -30_000, 30_000, 3600_000])(
    'are through where Salla’s clock differs from ours by %i ms, as its Date tells',
    async (differs) => {
      const simulation = simulate({
        startsAt: beginning,
        through: (answer) => ({
          ...answer,
          headers: {
            ...answer.headers,
            ...shifted(differs)(answer.headers),
            date: new Date(simulation.clock.now() + differs).toUTCString(),
          },
        }),
      });
      expect(await simulation.untilDone(simulation.sendAll(200))).toBeLessThan(66_000);
      expect(simulation.refusals('bulk')).toEqual([]);
      const resetAt = Number(simulation.limiter.headers(storeId)['X-RateLimit-Reset']) * 1000;
      const told = simulation.rateLimiter.snapshot(storeId)?.resetAt ?? Number.NaN;
      expect(Math.abs(told - resetAt)).toBeLessThanOrEqual(1000);
    },
  );
});

describe('what remains', () => {
  const told = (remaining: number, resetAt = beginning + 60_000, limit = 120): TransportAnswer => ({
    status: 200,
    headers: {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': String(resetAt / 1000),
    },
    body: '',
  });

  function onClock() {
    let time = beginning;
    const rateLimiter = createRateLimiter({ now: () => time, wait: () => new Promise(() => {}) });
    const call = (): Permit => {
      const permit = rateLimiter.take(storeId, 'browsing');
      if ('waitMs' in permit) throw new Error(`it is to wait for ${permit.waitMs} ms`);
      permit.leaves();
      return permit;
    };
    const pass = (ms: number) => {
      time += ms;
    };
    return { rateLimiter, call, pass, remaining: () => rateLimiter.snapshot(storeId)?.remaining };
  }

  it('is the least of what answers say that came in another order than Salla counted', () => {
    const { call, remaining } = onClock();
    const [one, other] = [call(), call()];
    other.answered(told(100));
    one.answered(told(101));
    expect(remaining()).toBe(100);
  });

  it('falls by what others spend', () => {
    const { call, remaining } = onClock();
    call().answered(told(100));
    call().answered(told(40));
    expect(remaining()).toBe(40);
  });

  it('is of the newer minute, whatever a late answer says of the older', () => {
    const { call, pass, remaining } = onClock();
    call().answered(told(50));
    const late = call();
    pass(61_000);
    call().answered(told(119, beginning + 121_000));
    late.answered(told(0));
    expect(remaining()).toBe(119);
  });

  it('is not what is said where Salla doesn’t know the token', () => {
    const { call, remaining } = onClock();
    call().answered(told(50));
    call().answered({ ...told(120), status: 401 });
    expect(remaining()).toBe(50);
  });

  it('is what another process was told, until this one knows better', () => {
    const { rateLimiter, call, remaining } = onClock();
    const heard = { browsedAt: 0, refusedAt: 0, limit: 120, resetAt: beginning + 60_000 };
    rateLimiter.mergeRemote(storeId, { ...heard, remaining: 30 });
    expect(remaining()).toBe(30);
    call().answered(told(70));
    expect(remaining()).toBe(70);
    rateLimiter.mergeRemote(storeId, { ...heard, remaining: 60 });
    expect(remaining()).toBe(60);
    rateLimiter.mergeRemote(storeId, { ...heard, remaining: 100 });
    expect(remaining()).toBe(60);
    rateLimiter.mergeRemote(storeId, { ...heard, remaining: 0, resetAt: beginning - 1 });
    expect(remaining()).toBe(60);
  });

  it('is tried with one call where only another process was told', () => {
    const { rateLimiter } = onClock();
    const resetAt = beginning + 60_000;
    rateLimiter.mergeRemote(storeId, {
      browsedAt: 0,
      refusedAt: 0,
      limit: 120,
      remaining: 90,
      resetAt,
    });
    expect(rateLimiter.take(storeId, 'bulk')).toHaveProperty('leaves');
    expect(rateLimiter.take(storeId, 'bulk')).toHaveProperty('waitMs');
  });

  it('is not told where Salla has said no limit', () => {
    const { rateLimiter, call } = onClock();
    call().answered({ status: 200, headers: {}, body: '' });
    expect(rateLimiter.snapshot(storeId)).toBeNull();
  });
});

describe('a clock that is set back', () => {
  const spent = (headers: Record<string, string> = {}): TransportAnswer => ({
    status: 200,
    headers: {
      'x-ratelimit-limit': '120',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String((beginning + 60_000) / 1000),
      ...headers,
    },
    body: '',
  });

  it.each([
    ['a second between two calls', spent()],
    ['a Retry-After', { ...spent({ 'retry-after': '60' }), status: 429 }],
  ])('makes nobody wait longer for %s', (_what, answer) => {
    let time = beginning;
    const rateLimiter = createRateLimiter({ now: () => time, wait: () => new Promise(() => {}) });
    const first = rateLimiter.take(storeId, 'bulk');
    if ('waitMs' in first) throw new Error('the first one leaves at once');
    first.leaves();
    first.answered(answer);
    expect(rateLimiter.take(storeId, 'bulk')).toHaveProperty('waitMs');
    time -= 600_000;
    expect(rateLimiter.take(storeId, 'bulk')).toHaveProperty('leaves');
  });

  it('keeps nobody in line for longer than they are ready to wait', async () => {
    const clock = virtualClock();
    let setMs = 0;
    const rateLimiter = createRateLimiter({ now: () => clock.now() + setMs, wait: clock.wait });
    const first = rateLimiter.take(storeId, 'browsing');
    if ('waitMs' in first) throw new Error('the first one leaves at once');
    first.leaves();
    first.answered({ ...spent({ 'retry-after': '6' }), status: 429 });
    const ended = rateLimiter.wait(storeId, 'browsing', { ms: 10_000 }).then(() => clock.passed());
    setMs = -600_000;
    let isDone = false;
    ended.finally(() => {
      isDone = true;
    });
    await clock.run(() => isDone);
    expect(await ended).toBeLessThanOrEqual(1000);
  });
});
