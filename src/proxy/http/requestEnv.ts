import type { Context } from 'hono';
import type { Session } from '../sessions/session.ts';
import type { Language } from './language.ts';

/** What every request carries on its way; `session` is there behind `requireSession`. */
export interface RequestEnv {
  Variables: { requestId: string; language: Language; session: Session };
}

export type RequestContext = Context<RequestEnv>;
