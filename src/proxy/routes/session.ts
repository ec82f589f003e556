import { Hono } from 'hono';
import type { AnswerOf, endpoints } from '../../contract/endpoints.ts';
import {
  type NewSession,
  type Session as SessionAnswer,
  SessionRequest,
} from '../../contract/session.ts';
import { ProblemError } from '../http/ProblemError.ts';
import { parseJsonRequest } from '../http/parseRequest.ts';
import type { RequestEnv } from '../http/requestEnv.ts';
import { sendJson } from '../http/sendJson.ts';
import type { Introspect } from '../salla/oauth/introspect.ts';
import {
  type AuthenticateDeps,
  authenticate,
  notSignedIn,
  requireSameOrigin,
} from '../sessions/authenticate.ts';
import type { Session } from '../sessions/session.ts';

export interface SessionRouteDeps extends AuthenticateDeps {
  introspect: Introspect;
}

/** `/api/session`: opened in the frame by Salla's word alone, looked at, and ended. */
export function sessionRoutes(parts: SessionRouteDeps): Hono<RequestEnv> {
  const { sessions, sessionCookie, introspect, publicUrl } = parts;
  return new Hono<RequestEnv>()
    .post('/', async (context) => {
      const { token } = await parseJsonRequest(context, SessionRequest);
      const { storeId, userId, expiresAt } = await introspect(token);
      const opened = await sessions.open({ storeId, userId, expiresAt, from: 'embedded' });
      if (opened === null) throw new ProblemError('store_not_connected');
      const { scopes: _, ...session } = toSessionAnswer(opened.session);
      const answer: NewSession = { sessionToken: opened.token, ...session };
      return sendJson<AnswerOf<typeof endpoints.openSession>>(context, answer);
    })
    .get('/', async (context) => {
      const caller = await authenticate(context, parts);
      if (caller === null) throw notSignedIn(context, parts);
      return sendJson<AnswerOf<typeof endpoints.session>>(context, toSessionAnswer(caller.session));
    })
    .delete('/', async (context) => {
      const caller = await authenticate(context, parts);
      if (caller?.byCookie) requireSameOrigin(context, publicUrl);
      if (caller !== null) await sessions.end(caller.session.id);
      if (caller?.byCookie) sessionCookie.clear(context);
      return context.body(null, 204);
    });
}

/** A session as the API tells it. */
export function toSessionAnswer({ expiresAt, store, user, scopes }: Session): SessionAnswer {
  return { expiresAt: new Date(expiresAt).toISOString(), store, user, scopes };
}
