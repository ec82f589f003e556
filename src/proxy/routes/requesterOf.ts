import type { Asked } from '../deliveries/commands/requester.ts';
import type { RequestContext } from '../http/requestEnv.ts';

export interface AskedByParts {
  now: () => number;
  holdBackMs: number;
}

/** Who asks, and when. */
export function askedBy(
  { var: { session } }: RequestContext,
  { now, holdBackMs }: AskedByParts,
): Asked {
  return {
    storeId: session.store.id,
    by: session.user,
    from: session.from,
    at: now(),
    holdBackMs,
  };
}
