import { Hono } from 'hono';
import { z } from 'zod';
import type { OwnCookie } from '../http/cookies.ts';
import { parseQuery, refused } from '../http/parseRequest.ts';
import type { RequestContext, RequestEnv } from '../http/requestEnv.ts';
import { isOwnPath } from '../http/returnTo.ts';
import { SallaFailure } from '../salla/client/failure.ts';
import { sessionLifeMs } from '../sessions/sessions.ts';
import type { SignedTokens } from '../sessions/signedTokens.ts';
import { type SignInDeps, signInWithCode } from '../sessions/signInWithCode.ts';

/** `offline_access` brings the refresh token (Salla: OAuth 2.0). */
const scope = 'offline_access orders.read_write';

const signInMs = 10 * 60 * 1000;

export interface SignInRouteDeps extends SignInDeps {
  accountsUrl: string;
  clientId: string;
  publicUrl: string;
  signedTokens: SignedTokens;
  sessionCookie: OwnCookie;
  signInCookie: OwnCookie;
  randomId: () => string;
}

/** Why a sign-in came to nothing, as the sign-in page is told. */
type SignInProblem = 'refused' | 'failed' | 'unavailable' | 'expired';

const LoginQuery = z.strictObject({ returnTo: z.string().default('/') });

/** Sign-in in a tab (Salla: OAuth 2.0, custom mode). */
export function signInRoutes(parts: SignInRouteDeps): Hono<RequestEnv> {
  const { publicUrl, signedTokens, sessionCookie, signInCookie, now } = parts;
  const redirectUri = `${publicUrl}/auth/callback`;

  /** The state is bound to this browser by a cookie: only a sign-in that began here can end here. */
  async function begin(context: RequestContext, returnTo: string, attempt: 'first' | 'again') {
    // Salla strips hyphens from the state, so it has none.
    const state = attempt + parts.randomId().replaceAll('-', '');
    const claims = { state, returnTo };
    const token = await signedTokens.sign('sign-in', claims, now() + signInMs);
    signInCookie.write(context, token, signInMs / 1000);
    const query = new URLSearchParams({
      client_id: parts.clientId,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope,
      state,
    });
    return context.redirect(`${parts.accountsUrl}/oauth2/auth?${query}`);
  }

  async function begun(context: RequestContext, state: string | undefined) {
    const cookie = signInCookie.read(context);
    const claims = cookie === undefined ? null : await signedTokens.read('sign-in', cookie);
    return claims !== null && claims.state === state ? { returnTo: claims.returnTo ?? '/' } : null;
  }

  function fail(context: RequestContext, problem: SignInProblem, returnTo: string) {
    const query = new URLSearchParams({ problem, ...(returnTo === '/' ? {} : { returnTo }) });
    return context.redirect(`/sign-in?${query}`);
  }

  return new Hono<RequestEnv>()
    .get('/login', async (context) => {
      const { returnTo } = parseQuery(context, LoginQuery);
      if (!isOwnPath(returnTo)) throw refused(['returnTo'], { key: 'not_a_path' });
      return begin(context, returnTo, 'first');
    })
    .get('/callback', async (context) => {
      const { code, state, error } = context.req.query();
      const ours = await begun(context, state);
      if (ours === null) {
        // An install that Salla started has Salla's own state, and so has an attacker's link. Neither signs
        // anybody in: we begin anew, once, for a browser that keeps no cookie would go round in circles.
        return state?.startsWith('again')
          ? fail(context, 'expired', '/')
          : begin(context, '/', 'again');
      }
      signInCookie.clear(context);
      if (error !== undefined) return fail(context, 'refused', ours.returnTo);
      if (code === undefined || code === '') return fail(context, 'failed', ours.returnTo);
      try {
        const token = await signInWithCode(parts, code, redirectUri);
        sessionCookie.write(context, token, sessionLifeMs / 1000);
      } catch (failure) {
        if (!(failure instanceof SallaFailure)) throw failure;
        const isRefusal = failure.code === 'token_rejected';
        return fail(context, isRefusal ? 'failed' : 'unavailable', ours.returnTo);
      }
      return context.redirect(ours.returnTo);
    });
}
