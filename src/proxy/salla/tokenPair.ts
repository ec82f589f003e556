import { z } from 'zod';
import { readNumber } from './readNumber.ts';
import type { TokenPair } from './tokens.ts';

/** Life of a token whose end Salla does not name; a wrong guess costs a refresh, no more. */
const guessedLifeMs = 60 * 60 * 1000;

const WireTokens = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish().catch(null),
  expires: z.unknown().optional(),
  expires_in: z.unknown().optional(),
  scope: z.string().nullish().catch(null),
});

/**
 * The tokens of an OAuth answer or of the webhook `app.store.authorize`; null where there are none.
 * Salla's `expires` is an absolute time in epoch seconds, `expires_in` (standard OAuth) a duration.
 */
export function readTokenPair(data: unknown, nowMs: number): TokenPair | null {
  const parsed = WireTokens.safeParse(data);
  if (!parsed.success) return null;
  const wire = parsed.data;
  const expires = readNumber(wire.expires);
  const lifeSeconds = readNumber(wire.expires_in);
  const lifeMs = lifeSeconds === null ? guessedLifeMs : lifeSeconds * 1000;
  return {
    accessToken: wire.access_token,
    refreshToken: wire.refresh_token ?? null,
    expiresAt: expires === null ? nowMs + lifeMs : expires * 1000,
    scopes: wire.scope?.split(/\s+/).filter((scope) => scope !== '') ?? [],
  };
}
