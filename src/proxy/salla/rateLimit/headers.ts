import type { TransportAnswer } from '../client/transport.ts';
import { parseCount, parseNumber } from '../parse/parseNumber.ts';

/** What one answer's headers say of its store's bucket; null for what they don't, or not so that it can be read. */
export interface RateHeaders {
  limit: number | null;
  remaining: number | null;
  /** Epoch ms by our clock. */
  resetAt: number | null;
}

/** `Date` and `X-RateLimit-Reset` are whole seconds: what differs by less than this may be no difference. */
const sameClockMs = 2000;

/** `X-RateLimit-*` (Salla: Errors, rate limits). Where Salla's clock isn't ours, as its `Date` tells, the reset is told by ours. */
export function parseRateHeaders(
  answer: Pick<TransportAnswer, 'headers'>,
  now: number,
): RateHeaders {
  const { headers } = answer;
  const limit = parseCount(headers['x-ratelimit-limit']);
  const reset = parseNumber(headers['x-ratelimit-reset']);
  return {
    limit: limit === 0 ? null : limit,
    remaining: parseCount(headers['x-ratelimit-remaining']),
    resetAt: reset === null ? null : reset * 1000 - clockAhead(headers.date, now),
  };
}

/** By how many ms the clock that wrote `date` is ahead of ours, 0 where that is too little to be told. */
function clockAhead(date: string | undefined, now: number): number {
  const ahead = Date.parse(date ?? '') + 500 - now;
  return Math.abs(ahead) > sameClockMs ? ahead : 0;
}
