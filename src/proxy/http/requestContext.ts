import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Logger } from 'pino';
import type { Metrics } from '../runtime/metrics.ts';
import { parseLanguage } from './language.ts';
import type { RequestEnv } from './requestEnv.ts';
import { answerPolicy, commonHeaders } from './securityHeaders.ts';

export interface RequestContextDeps {
  publicUrl: string;
  randomId: () => string;
  now: () => number;
  log: Pick<Logger, 'child'>;
  metrics: Metrics | null;
}

/** Gives each request its id and its language, each answer its headers, and notes it: path only, for a query may hold secrets. */
export function requestContext(parts: RequestContextDeps): MiddlewareHandler<RequestEnv> {
  const { now, metrics } = parts;
  // These lines hold the fields below and no others: looking through them for secrets costs nine times the writing.
  const log = parts.log.child({}, { redact: [] });
  const common = Object.entries(commonHeaders(parts.publicUrl));
  return async (context, next) => {
    const begun = now();
    const requestId = parts.randomId();
    context.set('requestId', requestId);
    context.set('language', parseLanguage(context.req.header('accept-language')));
    await next();
    const { headers, status } = context.res;
    for (const [name, value] of common) headers.set(name, value);
    headers.set('X-Request-Id', requestId);
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
    if (!headers.has('Content-Security-Policy')) {
      headers.set('Content-Security-Policy', answerPolicy);
      headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    }
    const { method, path } = context.req;
    const ms = now() - begun;
    metrics?.answered(matchedRoutes(context).at(-1)?.path ?? '*', method, status, ms / 1000);
    const session = context.get('session');
    const caller = session && { storeId: session.store.id, userId: session.user.id };
    const line = { requestId, method, path: path.slice(0, 200), status, ms, ...caller };
    if (path.startsWith('/assets/')) log.debug(line, 'answered');
    else log.info(line, 'answered');
  };
}
