import type { SharedReadOptions } from '../salla/client/shareReads.ts';
import type { RequestContext } from './requestEnv.ts';

/** How a read is asked for: past what is shared where the request says `Cache-Control: no-cache`, and for as long as it is waited for. */
export function parseReadOptions({ req }: RequestContext): SharedReadOptions {
  const fresh = /\bno-cache\b/i.test(req.header('cache-control') ?? '');
  return { fresh, signal: req.raw.signal };
}

/** The age as an answer tells it: not at all where Salla was asked for this very request. */
export function ageOf({ ageSeconds }: { ageSeconds: number }): { ageSeconds?: number } {
  return ageSeconds === 0 ? {} : { ageSeconds };
}
