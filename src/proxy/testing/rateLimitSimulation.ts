import { createRateLimit } from '../../sandbox/rateLimit.ts';
import { SallaFailure } from '../salla/client/failure.ts';
import type { TransportAnswer } from '../salla/client/transport.ts';
import { createRateLimiter, type RateLimiter } from '../salla/rateLimit/rateLimiter.ts';
import type { Permit } from '../salla/rateLimit/types.ts';
import { type VirtualClock, virtualClock } from './virtualClock.ts';

export const storeId = 1;

/** How long a call is on its way there, with Salla, and on its way back, ms. */
type Way = () => { there: number; back: number };

export interface SimulationOptions {
  perMinute?: number;
  startsAt?: number;
  way?: Way;
  /** How long a send takes between its permit and its leaving, ms. */
  claim?: () => number;
  /** Between Salla and us. */
  through?: (answer: TransportAnswer) => TransportAnswer;
  rateLimiter?: (clock: VirtualClock) => RateLimiter;
}

interface Arrival {
  /** Since the beginning, ms. */
  at: number;
  storeId: number;
  who: 'bulk' | 'person' | 'outside';
  outcome: 'passes' | 'refused' | 'blocked';
}

/** Real pace, the sandbox's real bucket, and between them ways that take their time, on a virtual clock. */
export function simulate(wish: SimulationOptions = {}) {
  const clock = virtualClock(wish.startsAt);
  const limiter = createRateLimit(clock.now, wish.perMinute ?? 120);
  const way = wish.way ?? (() => ({ there: 30, back: 30 }));
  const arrivals: Arrival[] = [];
  const makePace = wish.rateLimiter ?? createRateLimiter;
  const rateLimiter = makePace(clock);

  async function call(permit: Permit, store: number, who: Arrival['who']): Promise<number> {
    permit.leaves();
    const { there, back } = way();
    await clock.wait(there);
    const { outcome, headers } = limiter.take(store);
    arrivals.push({ at: clock.passed(), storeId: store, who, outcome });
    const answer = {
      status: { passes: 200, refused: 429, blocked: 403 }[outcome],
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
      ),
      body: JSON.stringify({ error: { message: outcome === 'blocked' ? 'blocked' : '' } }),
    };
    await clock.wait(back);
    permit.answered(wish.through?.(answer) ?? answer);
    return answer.status;
  }

  return {
    clock,
    limiter,
    rateLimiter,
    makePace: () => makePace(clock),
    arrivals,
    refusals: (who: Arrival['who'], store = storeId) =>
      arrivals.filter(
        (one) => one.outcome === 'refused' && one.who === who && one.storeId === store,
      ),

    /** How many calls Salla took, ms since the beginning. */
    passedBetween: (from: number, to: number) =>
      arrivals.filter(({ at, outcome }) => outcome === 'passes' && at >= from && at < to).length,

    /** Sends so many, four in flight, as the dispatcher does; the answer is when the last was answered, ms since the beginning. */
    async sendAll(sends: number, by = rateLimiter, store = storeId): Promise<number> {
      let left = sends;
      let inFlight = 0;
      let awaken = () => {};
      while (left > 0 || inFlight > 0) {
        const taken = left > 0 && inFlight < 4 ? by.take(store, 'bulk') : { waitMs: 60_000 };
        if ('waitMs' in taken) {
          const awake = new AbortController();
          awaken = () => awake.abort();
          await clock.wait(taken.waitMs, awake.signal).catch(() => {});
          continue;
        }
        left--;
        inFlight++;
        const claimed = wish.claim === undefined ? Promise.resolve() : clock.wait(wish.claim());
        const answered = claimed
          .then(() => call(taken, store, 'bulk'))
          .then((status) => {
            inFlight--;
            if (status !== 200) left++;
            awaken();
          });
        answered.catch(() => {});
      }
      return clock.passed();
    },

    /** One call for a person, asked again after a 429 as `call.ts` does; how long it took longer than the way, and whether it came about. */
    async browse(
      by = rateLimiter,
      store = storeId,
    ): Promise<{ waitedMs: number; isAnswered: boolean }> {
      const from = clock.now();
      let waitedMs = 0;
      for (;;) {
        try {
          const asked = clock.now();
          const permit = await by.wait(store, 'browsing', { ms: 5000 - waitedMs });
          waitedMs += clock.now() - asked;
          const left = clock.now();
          if ((await call(permit, store, 'person')) === 200) {
            return { waitedMs: left - from, isAnswered: true };
          }
        } catch (error) {
          if (!(error instanceof SallaFailure)) throw error;
          return { waitedMs: clock.now() - from, isAnswered: false };
        }
      }
    },

    /** Lets time pass until that is done. */
    async untilDone<T>(doing: Promise<T>): Promise<T> {
      let isDone = false;
      doing.finally(() => {
        isDone = true;
      });
      await clock.run(() => isDone);
      return doing;
    },

    /** Another app spends of the store's bucket. */
    spendOutside(store = storeId): void {
      const { outcome } = limiter.take(store);
      arrivals.push({ at: clock.passed(), storeId: store, who: 'outside', outcome });
    },
  };
}

export type Simulation = ReturnType<typeof simulate>;

interface Crowd {
  perMinute: number;
  by: RateLimiter;
  store: number;
  /** By how much later than evenly the next one comes, ms. */
  waver: () => number;
}

/** People who call so often a minute, evenly but for some wavering, until told to stop; what each of them met. */
export function people(
  simulation: Simulation,
  {
    perMinute = 20,
    by = simulation.rateLimiter,
    store = storeId,
    waver = () => 0,
  }: Partial<Crowd> = {},
) {
  const met: { at: number; waitedMs: number; isAnswered: boolean }[] = [];
  const everyMs = 60_000 / perMinute;
  let isOver = false;
  const come = () => {
    if (isOver) return;
    const at = simulation.clock.passed();
    simulation.browse(by, store).then((outcome) => met.push({ at, ...outcome }));
    simulation.clock.plan(everyMs + waver(), come);
  };
  simulation.clock.plan(everyMs / 2, come);
  return {
    met,
    longestWait: () => Math.max(...met.map(({ waitedMs }) => waitedMs)),
    stop: () => {
      isOver = true;
    },
  };
}
