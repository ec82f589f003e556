import type { Requester } from '../deliveries/commands/requester.ts';
import type { RequestContext } from '../http/requestEnv.ts';

export interface AskedByDeps {
  now: () => number;
  holdBackMs: number;
}

/** Who asks, and when. */
export function requesterOf(
  { var: { session } }: RequestContext,
  { now, holdBackMs }: AskedByDeps,
): Requester {
  return {
    storeId: session.store.id,
    by: session.user,
    from: session.from,
    at: now(),
    holdBackMs,
  };
}
