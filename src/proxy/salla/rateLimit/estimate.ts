import type { RateSnapshot } from './types.ts';

const minuteMs = 60_000;

/** Between two calls past the limit: the second that Salla asks for, and what keeps clear of it. */
const laneMs = 1030;

/** Between two calls of a burst: four are on their way at once, 60 ms each. */
const burstMs = 15;

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
  let { remaining, resetAt } = rate;
  let at = now;
  let left = sends;
  while (left > 0) {
    if (at >= resetAt) {
      remaining = rate.limit;
      resetAt = at + minuteMs;
    }
    const inBurst = Math.max(0, Math.min(left, remaining, Math.ceil((resetAt - at) / burstMs)));
    at += inBurst * burstMs;
    left -= inBurst;
    const inLane = Math.min(left, Math.max(0, Math.ceil((resetAt - at) / laneMs)));
    at += inLane * laneMs;
    left -= inLane;
  }
  return Math.ceil((at - now) / 1000);
}
