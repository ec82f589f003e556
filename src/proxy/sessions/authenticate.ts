import type { MiddlewareHandler } from 'hono';
import type { OwnCookie } from '../http/cookies.ts';
import { ProblemError } from '../http/ProblemError.ts';
import type { RequestContext, RequestEnv } from '../http/requestEnv.ts';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';

export interface AuthenticateDeps {
  sessions: Sessions;
  sessionCookie: OwnCookie;
  publicUrl: string;
}

interface Caller {
  session: Session;
  byCookie: boolean;
}

/** The caller's session, by Bearer or else by cookie; null for none. A bad Bearer is not made good by a cookie. */
export async function authenticate(
  context: RequestContext,
  { sessions, sessionCookie }: AuthenticateDeps,
): Promise<Caller | null> {
  const authorization = context.req.header('authorization');
  const byCookie = authorization === undefined;
  const token = byCookie
    ? sessionCookie.read(context)
    : /^Bearer +([\w.-]+)$/i.exec(authorization)?.[1];
  const session = token === undefined ? null : await sessions.find(token);
  return session === null ? null : { session, byCookie };
}

/** The problem of a caller without a session: one that ended, or one that there never was. */
export function notSignedIn(
  context: RequestContext,
  { sessionCookie }: Pick<AuthenticateDeps, 'sessionCookie'>,
): ProblemError {
  const came = context.req.header('authorization') ?? sessionCookie.read(context);
  return new ProblemError('unauthenticated', came === undefined ? { detail: 'sign_in_first' } : {});
}

/** Lets through who has a session, and sees to it that a change by cookie comes from a page of ours. */
export function requireSession(parts: AuthenticateDeps): MiddlewareHandler<RequestEnv> {
  return async (context, next) => {
    const caller = await authenticate(context, parts);
    if (caller === null) throw notSignedIn(context, parts);
    if (caller.byCookie) requireSameOrigin(context, parts.publicUrl);
    context.set('session', caller.session);
    await next();
  };
}

/** Throws `forbidden` for a change that another site's page asks for (or one that hides where it comes from). */
export function requireSameOrigin(context: RequestContext, publicUrl: string): void {
  if (context.req.method === 'GET' || context.req.method === 'HEAD') return;
  const origin = context.req.header('origin');
  const own = [publicUrl, new URL(context.req.url).origin];
  if (origin === undefined || !own.includes(origin)) {
    throw new ProblemError('forbidden', { detail: 'other_site' });
  }
}
