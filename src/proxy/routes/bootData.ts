import { parse } from 'hono/utils/cookie';
import type { Boot } from '../../contract/boot.ts';
import { asLanguage } from '../../contract/languages.ts';
import { parseLanguage } from '../http/language.ts';

/** Whether the page is inside Salla's dashboard: the address has Salla's token, or the browser says that it is a frame. */
export function isEmbedded(request: Request): boolean {
  return (
    new URL(request.url).searchParams.has('token') ||
    request.headers.get('sec-fetch-dest') === 'iframe'
  );
}

/** What the page starts with, by its address, its cookies and the browser's languages, in this order. */
export function toBoot(
  request: Request,
  { nonce, session, installUrl }: Pick<Boot, 'nonce' | 'session' | 'installUrl'>,
): Boot {
  const query = new URL(request.url).searchParams;
  const cookies = parse(request.headers.get('cookie') ?? '');
  const accepted = request.headers.get('accept-language') ?? undefined;
  return {
    nonce,
    language:
      asLanguage(query.get('lang')) ?? asLanguage(cookies.language) ?? parseLanguage(accepted),
    theme: asTheme(query.get('theme')) ?? asTheme(cookies.theme),
    embedded: isEmbedded(request),
    session,
    installUrl,
  };
}

function asTheme(text: string | null | undefined): 'light' | 'dark' | null {
  return text === 'light' || text === 'dark' ? text : null;
}
