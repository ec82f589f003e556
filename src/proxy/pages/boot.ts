import { getCookie } from 'hono/cookie';
import { asLanguage } from '../http/language.ts';
import type { RequestContext } from '../http/requestEnv.ts';
import { toSessionAnswer } from '../routes/session.ts';
import type { Session } from '../sessions/session.ts';
import type { Boot } from './fillIndex.ts';

/** Whether the page is inside Salla's dashboard: the address has Salla's token, or the browser says that it is a frame. */
export function isEmbedded(context: RequestContext): boolean {
  return (
    context.req.query('token') !== undefined || context.req.header('sec-fetch-dest') === 'iframe'
  );
}

/** What the page starts with, by its address, its cookies and the browser's languages, in this order. */
export function bootOf(context: RequestContext, nonce: string, session: Session | null): Boot {
  const { lang, theme } = context.req.query();
  const cookies = getCookie(context);
  return {
    nonce,
    language: asLanguage(lang) ?? asLanguage(cookies.language) ?? context.var.language,
    theme: asTheme(theme) ?? asTheme(cookies.theme),
    embedded: isEmbedded(context),
    session: session === null ? null : toSessionAnswer(session),
  };
}

function asTheme(text: string | undefined): 'light' | 'dark' | null {
  return text === 'light' || text === 'dark' ? text : null;
}
