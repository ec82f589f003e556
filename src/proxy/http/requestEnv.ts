import type { Context } from 'hono';
import type { Language } from '../../contract/languages.ts';
import type { Session } from '../sessions/session.ts';

/** What every request carries on its way; `session` is there behind `requireSession`. */
export interface RequestEnv {
  Variables: { requestId: string; language: Language; session: Session };
}

export type RequestContext = Context<RequestEnv>;
