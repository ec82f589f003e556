import type { RateSnapshot } from './pace.ts';

const minuteMs = 60_000;

/** Between two calls past the limit: the second that Salla asks for, and what keeps clear of it. */
const laneMs = 1050;

/** How fast a burst leaves: so many in flight, so long until each is answered. */
const burstGapMs = 15;

/**
 * About how many seconds so many sends take where nothing else calls for the store, as its bucket stands at `now`
 * (epoch ms): what remains at once, one a second until the minute turns, and so on. Null where Salla hasn't said its limit.
 */
export function estimateSeconds(
  sends: number,
  rate: RateSnapshot | null,
  now: number,
): number | null {
  if (rate === null) return null;
  let at = now;
  let left = sends;
  let remaining = rate.remaining;
  let resetAt = rate.resetAt;
  while (left > 0) {
    if (at >= resetAt) {
      remaining = rate.limit;
      resetAt = at + minuteMs;
    }
    const burst = Math.min(left, remaining);
    at += burst * burstGapMs;
    left -= burst;
    const inLane = Math.min(left, Math.max(0, Math.floor((resetAt - at) / laneMs)));
    at = inLane === left ? at + inLane * laneMs : Math.max(at, resetAt);
    left -= inLane;
  }
  return Math.ceil((at - now) / 1000);
}
