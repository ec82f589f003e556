import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { z } from 'zod';
import { sandboxApp } from './app.ts';
import { failure, success } from './envelope.ts';

export interface EmbeddedTokens {
  issue(whose: { storeId: number; userId: number }, lifetimeSeconds: number): string;
  find(token: string): { storeId: number; userId: number; expiresAt: number } | null;
}

export function createEmbeddedTokens(now: () => number, randomId: () => string): EmbeddedTokens {
  const issued = new Map<string, { storeId: number; userId: number; expiresAt: number }>();
  return {
    issue: (whose, lifetimeSeconds) => {
      const token = `embedded_${randomId()}`;
      issued.set(token, { ...whose, expiresAt: now() + lifetimeSeconds * 1000 });
      return token;
    },
    find: (token) => {
      const found = issued.get(token);
      return found !== undefined && found.expiresAt > now() ? found : null;
    },
  };
}

/** The token is all that is needed; what is said besides has to be right. */
const Introspection = z.object({
  token: z.string(),
  env: z.literal('prod').optional(),
  iss: z.literal('merchant-dashboard').optional(),
  subject: z.literal('embedded-page').optional(),
});

/** The answer to any token, app or body that is not good ("Embedded pages"). */
function rejected(): Response {
  return failure(401, { message: 'Decryption failed', code: 0 });
}

/** `POST /exchange-authority/v1/introspect`: whose an embedded token is. Pages may ask it too, as Salla's examples do. */
export function introspection(tokens: EmbeddedTokens): Hono {
  const path = '/exchange-authority/v1/introspect';
  return new Hono().use(path, cors({ origin: '*', maxAge: 600 })).post(path, async (context) => {
    const source = context.req.header('S-Source');
    if (source !== undefined && source !== sandboxApp.id) return rejected();
    const body = Introspection.safeParse(await context.req.json().catch(() => null));
    const found = body.success ? tokens.find(body.data.token) : null;
    if (found === null) return rejected();
    return success({
      merchant_id: found.storeId,
      user_id: found.userId,
      exp: new Date(found.expiresAt).toISOString(),
    });
  });
}
