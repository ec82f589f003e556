import type { MiddlewareHandler } from 'hono';
import { failure, notFound, unauthorized } from '../envelope.ts';
import type { RateLimit } from '../rateLimit.ts';
import type { Shop } from '../shop.ts';
import type { Stores } from '../stores.ts';
import type { TokenVault } from '../tokens.ts';

/** What every route of the Merchant API knows: the store whose token it is, and what the token may. */
export interface Caller {
  Variables: { shop: Shop; scopes: readonly string[] };
}

/** The bucket of calls that belong to no store. */
const nobody = 0;

function withHeaders(response: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** Every answer carries the rate limit; a call counts once its token is known. */
export function identifyCaller(parts: {
  stores: Stores;
  vault: TokenVault;
  limiter: RateLimit;
}): MiddlewareHandler<Caller> {
  return async (context, next) => {
    const { stores, vault, limiter } = parts;
    const token = /^Bearer (.+)$/i.exec(context.req.header('Authorization') ?? '')?.[1] ?? '';
    const grant = vault.grantOf(token);
    const shop = grant === null ? null : stores.byId(grant.storeId);
    if (grant === null || shop === null) {
      return withHeaders(unauthorized('The access token is invalid'), limiter.headers(nobody));
    }
    const verdict = limiter.take(shop.store.id);
    if (verdict.outcome === 'blocked') {
      const message = 'You have been blocked for too many errors, try again later';
      return withHeaders(failure(403, { code: 'forbidden', message }), verdict.headers);
    }
    if (verdict.outcome === 'refused') {
      const message = 'Too Many Requests';
      return withHeaders(failure(429, { code: 'too_many_requests', message }), verdict.headers);
    }
    context.set('shop', shop);
    context.set('scopes', grant.scopes);
    await next();
    withHeaders(context.res, verdict.headers);
    return undefined;
  };
}

function outsideScopes(scope: string): Response {
  return unauthorized(`The access token should have access to one of those scopes: ${scope}`);
}

/** What other parts of Salla's API ask for, by the first part of the path; this sandbox has none of them. */
const otherScopes: Readonly<Record<string, string>> = {
  branches: 'branches',
  brands: 'brands',
  categories: 'categories',
  countries: 'countries',
  coupons: 'marketing',
  currencies: 'currencies',
  customers: 'customers',
  payment: 'payments',
  products: 'products',
  settings: 'settings',
  shipments: 'shipping',
  specialoffers: 'marketing',
  store: 'settings',
  taxes: 'taxes',
  users: 'users',
  webhooks: 'webhooks',
};

/** The answer to a path that this sandbox does not have: 401 where the app's scopes would not cover it, else 404. */
export function elsewhere(method: string, path: string, scopes: readonly string[]): Response {
  const part = /^\/admin\/v2\/([^/]+)/.exec(path)?.[1] ?? '';
  const name = otherScopes[part];
  if (name === undefined || scopes.includes(`${name}.read_write`)) return notFound();
  const reads = method === 'GET';
  if (reads && scopes.includes(`${name}.read`)) return notFound();
  return outsideScopes(`${name}.${reads ? 'read' : 'read_write'}`);
}

/** Lets the call pass only with the scope; whoever may write may read. */
export function needs(scope: 'orders.read' | 'orders.read_write'): MiddlewareHandler<Caller> {
  return async (context, next) => {
    const scopes = context.get('scopes');
    if (!scopes.includes(scope) && !scopes.includes('orders.read_write')) {
      return outsideScopes(scope);
    }
    await next();
    return undefined;
  };
}
