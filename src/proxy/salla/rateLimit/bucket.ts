import type { RateLimitReason } from '../../../contract/problemCodes.ts';
import { watchClock } from '../../runtime/clockWatch.ts';
import { isBlocked, parseBackoff } from '../client/answers.ts';
import type { TransportAnswer } from '../client/transport.ts';
import { parseRateHeaders } from './headers.ts';
import { createInFlight, type InFlightCall } from './inFlight.ts';
import { backgroundReserve, isCrowd, reserveFreeAt, reserveOf } from './reserve.ts';
import { createTrickle } from './trickle.ts';
import type { Blocked, Permit, RateSnapshot, RemoteRateInfo, Urgency } from './types.ts';
import { isLaterMinute, mergeRemoteWindow, type RateWindow, windowAfter } from './window.ts';

/** When to ask again where an answer on its way decides. */
const soonMs = 50;
/** When to ask again where people's calls decide. */
const laterMs = 500;

/** All that one process knows and does about one store's bucket. */
export interface Bucket {
  take(urgency: Urgency): Permit | Blocked;
  /** Whether people have spent so much of this minute that they should look at each other's answers. */
  isCrowded(): boolean;
  snapshot(): RateSnapshot | null;
  hear(heard: RemoteRateInfo): void;
  spoke(): { browsedAt: number; refusedAt: number };
  /** When it was last used, epoch ms. */
  usedAt(): number;
}

/** `changed` is told when a call ended: somebody who waits may be able to leave. */
export function createBucket(now: () => number, changed: () => void): Bucket {
  const setBackMs = watchClock(now);
  const flights = createInFlight();
  const lane = createTrickle();
  let window: RateWindow | null = null;
  let step = 1;
  let awayUntil = 0;
  let awayReason: RateLimitReason = 'salla';
  let usedAt = now();
  let usedByPeople = 0;
  let bulkAskedAt = Number.NEGATIVE_INFINITY;
  const spoken = { browsedAt: 0, refusedAt: 0 };
  let peopleElsewhereAt = 0;
  let heardOfPeople = Number.POSITIVE_INFINITY;

  /** After the clock was set back: what was told by it before would hold for too long, and soon is told anew. */
  function startAfresh(at: number): void {
    window = null;
    awayUntil = 0;
    usedByPeople = 0;
    bulkAskedAt = Number.NEGATIVE_INFINITY;
    spoken.browsedAt = 0;
    spoken.refusedAt = 0;
    peopleElsewhereAt = 0;
    lane.setBack(at);
    flights.setBack(at);
  }

  const isYielding = (urgency: Urgency, { resetAt }: RateWindow) =>
    urgency === 'bulk' && peopleElsewhereAt >= resetAt - 120_000;

  function reserve(urgency: Urgency, { limit, resetAt }: RateWindow, at: number): number {
    if (urgency === 'background') {
      // In this minute or the one before.
      return backgroundReserve({ limit, isBulkBusy: bulkAskedAt >= resetAt - 120_000 });
    }
    if (urgency !== 'bulk') return 0;
    const peopleAt = Math.max(spoken.browsedAt, peopleElsewhereAt);
    return reserveOf({ limit, resetAt, peopleAt, usedByPeople, now: at });
  }

  function blocked(at: number, until: number, eachMs = 0, openAt = until): Blocked {
    const waitMs = Math.max(1, Math.ceil(until - at));
    return { waitMs, eachMs, openAt, reason: 'store_busy' };
  }

  function inLane(urgency: Urgency, at: number, known: RateWindow): InFlightCall | Blocked {
    const isHeldUp = flights.isAnyAboutToLeave() || (lane.isCareful() && flights.onTheWay() > 0);
    const opensAt = lane.opensAt(isYielding(urgency, known));
    if (opensAt <= at && !isHeldUp) return depart(urgency, at, 'inLane');
    const isOver = known.resetAt <= at;
    const openAt = isOver ? opensAt : Math.max(at, known.resetAt);
    const soon = at + soonMs;
    // Calls on their way may be counted twice, in what remains and beside it: their answers will tell.
    if (known.remaining > 0) return blocked(at, Math.min(opensAt, soon), lane.gapMs(), openAt);
    return blocked(at, isHeldUp ? Math.max(opensAt, soon) : opensAt, lane.gapMs(), openAt);
  }

  /** Salla has not told of this minute: bulk sends one call ahead to learn, people don't wait for that. */
  function ahead(urgency: Urgency, at: number): InFlightCall | Blocked {
    const isPatient = urgency === 'bulk' || urgency === 'background';
    const mayLeave = !isPatient || flights.onTheWay() === 0;
    return mayLeave ? depart(urgency, at, 'freely') : blocked(at, at + soonMs);
  }

  function decide(urgency: Urgency, at: number): InFlightCall | Blocked {
    if (awayUntil > at) {
      const away = blocked(at, awayUntil, lane.gapMs(), Number.POSITIVE_INFINITY);
      return { ...away, reason: awayReason };
    }
    flights.forgetOld(at);
    if (window === null) return ahead(urgency, at);
    const left = window.remaining - flights.count();
    if (urgency === 'background' && window.resetAt > at && left <= reserve(urgency, window, at)) {
      return blocked(at, window.resetAt);
    }
    if (left <= 0) {
      // Nobody said that the limit is Salla's smallest: people are not held up by our guess.
      const isGuess = window.source === 'presumed' && isForPeople(urgency);
      return isGuess ? depart(urgency, at, 'pastGuess') : inLane(urgency, at, window);
    }
    if (window.resetAt <= at) return ahead(urgency, at);
    if (left > reserve(urgency, window, at)) {
      return window.source === 'headers' ? depart(urgency, at, 'freely') : ahead(urgency, at);
    }
    return blocked(at, Math.min(reserveFreeAt(window), at + laterMs));
  }

  function depart(
    urgency: Urgency,
    at: number,
    how: 'freely' | 'inLane' | 'pastGuess',
  ): InFlightCall {
    const leftStep = step++;
    const pastGuess = how === 'pastGuess';
    if (!pastGuess) lane.left(at);
    const inLane = how === 'inLane';
    return { urgency, inLane, pastGuess, leftAt: at, leftStep, hasLeft: false, lostStep: null };
  }

  function learn(flight: InFlightCall, answer: TransportAnswer, at: number): void {
    // A token that Salla doesn't know is nobody's: what it says then is of no store's bucket.
    if (answer.status === 401) return;
    const isRefused = answer.status === 429;
    const before = window;
    const call = { ...flight, answeredAt: at, step: step++, isRefused };
    window = windowAfter(before, parseRateHeaders(answer, at), call);
    if (before !== null && isLaterMinute(window, before)) {
      usedByPeople = 0;
      lane.turned();
    }
    flights.forgetLost(flight.leftStep);
    const seconds = parseBackoff(answer, at);
    if (seconds === null) return;
    if (isForPeople(flight.urgency)) spoken.refusedAt = at;
    if (at + seconds * 1000 > awayUntil) {
      awayUntil = at + seconds * 1000;
      awayReason = isBlocked(answer) ? 'salla_blocks' : 'salla';
    }
    if (isRefused && flight.inLane && !isYielding('bulk', window)) lane.refused();
  }

  function permitOf(flight: InFlightCall): Permit {
    const end = (how: (at: number) => void) => {
      if (!flights.end(flight)) return;
      const at = now();
      how(at);
      changed();
    };
    const spent = (at: number) => {
      lane.ended(flight.leftAt, at);
      if (isForPeople(flight.urgency)) usedByPeople++;
    };
    return {
      urgency: flight.urgency,
      leaves: () => {
        if (!flights.has(flight)) return;
        flight.hasLeft = true;
        flight.leftAt = now();
        flight.leftStep = step++;
        if (!flight.pastGuess) lane.left(flight.leftAt);
      },
      giveBack: () => end(() => {}),
      answered: (answer) =>
        end((at) => {
          spent(at);
          learn(flight, answer, at);
        }),
      lost: () =>
        end((at) => {
          spent(at);
          flights.add({ ...flight, lostStep: step++ });
        }),
    };
  }

  return {
    take(urgency) {
      const at = now();
      if (setBackMs() > 0) startAfresh(at);
      if (urgency === 'bulk') bulkAskedAt = at;
      const decided = decide(urgency, at);
      if ('waitMs' in decided) return decided;
      usedAt = at;
      if (isForPeople(urgency)) spoken.browsedAt = at;
      flights.add(decided);
      return permitOf(decided);
    },
    isCrowded: () =>
      window !== null &&
      isTold(window) &&
      now() < window.resetAt &&
      isCrowd({ limit: window.limit, usedByPeople }),
    snapshot() {
      if (window === null || !isTold(window)) return null;
      const { limit, remaining, resetAt } = window;
      return { limit, remaining: Math.max(0, remaining - flights.count()), resetAt };
    },
    hear({ browsedAt, refusedAt, limit, remaining, resetAt }) {
      const told = Math.max(browsedAt, refusedAt);
      // What is new since the last time has just happened, whatever the other machine's clock says.
      peopleElsewhereAt =
        told > heardOfPeople ? now() : Math.max(peopleElsewhereAt, Math.min(told, now()));
      heardOfPeople = told;
      if (limit === undefined || remaining === undefined || resetAt === undefined) return;
      window = mergeRemoteWindow(window, { limit, remaining, resetAt }, now());
    },
    spoke: () => ({ ...spoken }),
    usedAt: () => usedAt,
  };
}

/** Whether Salla has named the limit. */
function isTold({ source }: RateWindow): boolean {
  return source === 'headers' || source === 'heard';
}

function isForPeople(urgency: Urgency): boolean {
  return urgency === 'browsing' || urgency === 'interactive';
}
