import { getCookie, setCookie } from 'hono/cookie';
import type { RequestContext } from './requestEnv.ts';

/** One HttpOnly cookie of ours; over HTTPS its name has the `__Host-` prefix, which ties it to this very host. */
export interface OwnCookie {
  read(context: RequestContext): string | undefined;
  write(context: RequestContext, value: string, seconds: number): void;
  clear(context: RequestContext): void;
}

export function createCookie(name: string, publicUrl: string): OwnCookie {
  const secure = publicUrl.startsWith('https:');
  const fullName = secure ? `__Host-${name}` : name;
  const write = (context: RequestContext, value: string, maxAge: number) =>
    setCookie(context, fullName, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure,
      maxAge,
    });
  return {
    read: (context) => getCookie(context, fullName),
    write,
    clear: (context) => write(context, '', 0),
  };
}
