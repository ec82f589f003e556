import { Hono } from 'hono';
import { type AppAddresses, sandboxApp } from './app.ts';
import { renderConsentPage, renderSignInProblem } from './dashboardPage/consentPage.ts';
import { success, unauthorized } from './envelope.ts';
import { storeDateTime } from './riyadh.ts';
import type { Stores } from './stores.ts';
import type { TokenPair, TokenVault } from './tokens.ts';

export interface AccountsParts {
  now(): number;
  stores: Stores;
  vault: TokenVault;
  app(): AppAddresses;
}

/** What every sign-in grants: the scopes that the app is registered with, whatever it asks for. */
const grantedScopes: readonly string[] = sandboxApp.scope.split(' ');

interface SignIn {
  redirectUri: string;
  /** As it is echoed: without its hyphens. */
  state: string;
}

type Asked =
  | { outcome: 'good'; signIn: SignIn }
  | { outcome: 'shown'; message: string }
  | { outcome: 'returned'; location: string };

function back(redirectUri: string, values: Record<string, string>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(values)) url.searchParams.set(name, value);
  return url.href;
}

/** Reads what the app asks for. Only a redirect address that is registered is ever redirected to. */
function readSignIn(values: URLSearchParams, app: AppAddresses): Asked {
  const redirectUri = values.get('redirect_uri') ?? '';
  if (values.get('client_id') !== sandboxApp.clientId) {
    return {
      outcome: 'shown',
      message: 'invalid_client: The requested OAuth 2.0 Client does not exist.',
    };
  }
  if (redirectUri !== `${app.appUrl}/auth/callback`) {
    return {
      outcome: 'shown',
      message: "invalid_request: The 'redirect_uri' parameter does not match the registered one.",
    };
  }
  const state = (values.get('state') ?? '').replaceAll('-', '');
  const refuse = (error: string, description: string): Asked => ({
    outcome: 'returned',
    location: back(redirectUri, { error, error_description: description, state }),
  });
  if (values.get('response_type') !== 'code') {
    return refuse('unsupported_response_type', 'The response type must be code.');
  }
  if ((values.get('state') ?? '').length < 8) {
    return refuse('invalid_state', 'The state is missing or has less than 8 characters.');
  }
  return { outcome: 'good', signIn: { redirectUri, state } };
}

function tokenFailure(status: 400 | 401, error: string, description: string): Response {
  return Response.json({ error, error_description: description }, { status });
}

function html(text: string, status = 200): Response {
  return new Response(text, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

/** Salla's OAuth 2.0 service ("OAuth 2.0"): consent, tokens, and who is signed in. */
export function accounts({ now, stores, vault, app }: AccountsParts): Hono {
  const router = new Hono();

  const refused = (asked: Exclude<Asked, { outcome: 'good' }>) =>
    asked.outcome === 'shown'
      ? html(renderSignInProblem(asked.message), 400)
      : new Response(null, { status: 302, headers: { Location: asked.location } });

  router.get('/oauth2/auth', (context) => {
    const values = new URL(context.req.url).searchParams;
    const asked = readSignIn(values, app());
    if (asked.outcome !== 'good') return refused(asked);
    return html(
      renderConsentPage({
        appName: sandboxApp.name,
        scopes: grantedScopes,
        action: '/oauth2/auth',
        hiddenFields: Object.fromEntries(values),
        staff: stores.all.flatMap(({ store }) =>
          store.staff.map((user) => ({
            userId: user.id,
            name: user.name,
            role: user.role,
            storeName: store.name,
          })),
        ),
      }),
    );
  });

  router.post('/oauth2/auth', async (context) => {
    const values = new URLSearchParams(await context.req.text());
    const asked = readSignIn(values, app());
    if (asked.outcome !== 'good') return refused(asked);
    const { redirectUri, state } = asked.signIn;
    const member = stores.staff(Number(values.get('user')));
    if (values.get('decision') !== 'allow' || member === null) {
      const denied = {
        error: 'access_denied',
        error_description: 'The resource owner denied the request.',
      };
      return context.redirect(back(redirectUri, { ...denied, state }));
    }
    const grant = {
      storeId: member.shop.store.id,
      userId: member.user.id,
      scopes: grantedScopes,
    };
    const code = vault.issueCode(grant, redirectUri);
    return context.redirect(back(redirectUri, { code, scope: grantedScopes.join(' '), state }));
  });

  router.post('/oauth2/token', async (context) => {
    if (
      !(context.req.header('Content-Type') ?? '').startsWith('application/x-www-form-urlencoded')
    ) {
      return tokenFailure(400, 'invalid_request', 'The POST body must be form-encoded.');
    }
    const values = new URLSearchParams(await context.req.text());
    const value = (name: string) => values.get(name) ?? '';
    if (
      value('client_id') !== sandboxApp.clientId ||
      value('client_secret') !== sandboxApp.clientSecret
    ) {
      return tokenFailure(401, 'invalid_client', 'Client authentication failed.');
    }
    let pair: TokenPair | null;
    switch (value('grant_type')) {
      case 'authorization_code':
        pair = vault.redeemCode(value('code'), value('redirect_uri'));
        break;
      case 'refresh_token':
        pair = vault.refresh(value('refresh_token'));
        break;
      default:
        return tokenFailure(400, 'unsupported_grant_type', 'The grant type is not supported.');
    }
    if (pair !== null) {
      const { expires, ...tokens } = pair;
      const answer = { ...tokens, expires_in: expires - Math.floor(now() / 1000) };
      return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } });
    }
    return tokenFailure(
      400,
      'invalid_grant',
      'The provided authorization grant or refresh token is invalid, expired, revoked or was used before.',
    );
  });

  router.get('/oauth2/user/info', (context) => {
    const token = /^Bearer (.+)$/i.exec(context.req.header('Authorization') ?? '')?.[1] ?? '';
    const grant = vault.grantOf(token);
    const member = grant === null ? null : stores.staff(grant.userId);
    if (grant === null || member === null) return unauthorized('The access token is invalid');
    const { user, shop } = member;
    const { id, username, name, plan, domain, createdAt } = shop.store;
    return success({
      id: user.id,
      name: user.name,
      email: user.email,
      mobile: user.mobile,
      role: user.role,
      created_at: storeDateTime(createdAt),
      merchant: {
        id,
        username,
        name,
        plan,
        status: 'active',
        domain,
        avatar: `${domain}/logo.png`,
      },
      context: {
        app: Number(sandboxApp.id),
        scope: grant.scopes.join(' '),
        exp: grant.expires,
      },
    });
  });

  return router;
}
