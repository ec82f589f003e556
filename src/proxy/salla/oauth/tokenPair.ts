import { z } from 'zod';
import { parseNumber } from '../parse/parseNumber.ts';
import type { TokenPair } from './tokenTypes.ts';

/** Life of a token whose end Salla does not name, or not so that it can be right; a wrong guess costs a refresh, no more. */
const guessedLifeMs = 60 * 60 * 1000;

/** A smaller number of seconds is a duration (of up to 31 years), a larger one a time (since 2001). */
const firstTimeInSeconds = 1e9;
/** A time from here on is in ms; in seconds it would be in the year 5138. */
const firstTimeInMs = 1e11;
const lastTimeInMs = 8.64e15;

const WireTokens = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish().catch(null),
  expires: z.unknown().optional(),
  expires_in: z.unknown().optional(),
  scope: z.string().nullish().catch(null),
});

/**
 * The tokens of an OAuth answer or of the webhook `app.store.authorize`, given at `atMs` (epoch ms); null where there are
 * none. Salla's `expires` and `expires_in` are each seen as an absolute time and as a duration, so the number decides.
 * What is given just now ends after now: `endsAfterMs` is what an end must lie after to be believed.
 */
export function parseTokenPair(data: unknown, atMs: number, endsAfterMs = 0): TokenPair | null {
  const parsed = WireTokens.safeParse(data);
  if (!parsed.success) return null;
  const wire = parsed.data;
  const ends = [readEnd(wire.expires, atMs), readEnd(wire.expires_in, atMs)];
  return {
    accessToken: wire.access_token,
    refreshToken: wire.refresh_token ?? null,
    expiresAt: ends.find((end) => end !== null && end > endsAfterMs) ?? atMs + guessedLifeMs,
    scopes: wire.scope?.split(/\s+/).filter((scope) => scope !== '') ?? [],
  };
}

/** Epoch ms; null for what is no time, nor a duration above 0. */
function readEnd(wire: unknown, atMs: number): number | null {
  const value = parseNumber(wire);
  if (value === null || value <= 0) return null;
  if (value < firstTimeInSeconds) return atMs + value * 1000;
  const ms = value < firstTimeInMs ? value * 1000 : value;
  return ms <= lastTimeInMs ? ms : null;
}
