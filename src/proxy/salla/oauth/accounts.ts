import { z } from 'zod';
import type { StaffMember } from '../../../contract/common.ts';
import {
  failureOf,
  failureOfTransport,
  hasNotReachedSalla,
  isFromGateway,
  isSuccess,
} from '../client/answers.ts';
import { SallaFailure } from '../client/failure.ts';
import { parseJsonText } from '../client/refusal.ts';
import { type SallaTransport, type TransportAnswer, TransportError } from '../client/transport.ts';
import { parseId } from '../parse/parseNumber.ts';
import { parseText } from '../parse/text.ts';
import { parseTokenPair } from './tokenPair.ts';
import type { TokenPair } from './tokenTypes.ts';

const timeoutMs = 30_000;

/**
 * What came of using a refresh token. `revoked`: Salla took the chain back. `not_now`: it was not used,
 * and may be used later. `lost`: it may have been used, and the new pair never reached us.
 */
export type RefreshOutcome =
  | { outcome: 'refreshed'; pair: TokenPair }
  | { outcome: 'revoked' | 'not_now' | 'lost' };

/** Who signed in, and for which store. */
interface SignedIn {
  user: StaffMember;
  store: { id: number; name: string | null };
}

/** Salla's OAuth 2.0. Throws SallaFailure; `token_rejected` for a code or a token that Salla refuses. */
export interface Accounts {
  exchangeCode(code: string, redirectUri: string): Promise<TokenPair>;
  refresh(refreshToken: string): Promise<RefreshOutcome>;
  /** Waits for the answer as long as any call, or `patienceMs`. */
  userInfo(accessToken: string, patienceMs?: number): Promise<SignedIn>;
}

export interface AccountsDeps {
  accountsUrl: string;
  clientId: string;
  clientSecret: string;
  transport: SallaTransport;
  now: () => number;
}

const WireStore = z
  .object({ id: z.unknown().optional(), name: z.unknown().optional() })
  .nullish()
  .catch(null);
/** The store is `merchant`, and `store` in old answers. */
const WireUser = z.object({
  id: z.unknown().optional(),
  name: z.unknown().optional(),
  merchant: WireStore,
  store: WireStore,
});
/** In Salla's envelope, or without it. */
const WireUserInfo = z.union([
  z.object({ data: WireUser }).transform(({ data }) => data),
  WireUser,
]);

const WireOAuthError = z.object({
  error: z.union([
    z.string(),
    z.object({ code: z.unknown().optional(), message: z.unknown().optional() }),
  ]),
  error_description: z.unknown().optional(),
});

export function createAccounts(parts: AccountsDeps): Accounts {
  const { accountsUrl, clientId, clientSecret, transport, now } = parts;

  function postToken(fields: Record<string, string>): Promise<TransportAnswer> {
    const body = new URLSearchParams({
      ...fields,
      client_id: clientId,
      client_secret: clientSecret,
    }).toString();
    const headers = {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
    };
    const url = `${accountsUrl}/oauth2/token`;
    return transport({ method: 'POST', url, headers, body, timeoutMs });
  }

  return {
    async exchangeCode(code, redirectUri) {
      const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
      const answer = await orFailure(postToken(form));
      if (isInvalidGrant(answer)) throw new SallaFailure('token_rejected');
      const pair = isSuccess(answer) ? parseTokenPair(parseJsonText(answer), now(), now()) : null;
      if (pair === null) throw new SallaFailure('salla_unavailable');
      return pair;
    },
    async refresh(refreshToken) {
      try {
        const form = { grant_type: 'refresh_token', refresh_token: refreshToken };
        return readRefresh(await postToken(form), now());
      } catch (error) {
        if (!(error instanceof TransportError)) throw error;
        return { outcome: error.sent ? 'lost' : 'not_now' };
      }
    },
    async userInfo(accessToken, patienceMs = timeoutMs) {
      const url = `${accountsUrl}/oauth2/user/info`;
      const headers = { accept: 'application/json', authorization: `Bearer ${accessToken}` };
      const answer = await orFailure(
        transport({ method: 'GET', url, headers, timeoutMs: patienceMs }),
      );
      if (isFromGateway(answer)) throw new SallaFailure('salla_unavailable');
      if (answer.status === 401) throw new SallaFailure('token_rejected');
      if (!isSuccess(answer)) throw failureOf(answer, now());
      return readSignedIn(parseJsonText(answer));
    },
  };
}

function readRefresh(answer: TransportAnswer, nowMs: number): RefreshOutcome {
  if (isSuccess(answer)) {
    const pair = parseTokenPair(parseJsonText(answer), nowMs, nowMs);
    return pair === null ? { outcome: 'lost' } : { outcome: 'refreshed', pair };
  }
  if (isInvalidGrant(answer)) return { outcome: 'revoked' };
  // A 5xx may come after the token was used; every other refusal comes before.
  return { outcome: answer.status < 500 || hasNotReachedSalla(answer) ? 'not_now' : 'lost' };
}

/** `invalid_grant` is about the code or the token; `invalid_client` and the like are about our settings. */
function isInvalidGrant(answer: TransportAnswer): boolean {
  if (answer.status !== 400 && answer.status !== 401) return false;
  const parsed = WireOAuthError.safeParse(parseJsonText(answer));
  if (!parsed.success) return false;
  const { error, error_description } = parsed.data;
  const words = typeof error === 'string' ? [error] : [error.code, error.message];
  return [...words, error_description].some((word) => /invalid_grant/.test(String(word)));
}

function readSignedIn(json: unknown): SignedIn {
  const parsed = WireUserInfo.safeParse(json);
  if (!parsed.success) throw new SallaFailure('salla_unavailable');
  const { id, name, merchant, store } = parsed.data;
  const userId = parseId(id);
  const of = [merchant, store].find((one) => parseId(one?.id) !== null);
  const storeId = parseId(of?.id);
  if (userId === null || storeId === null) throw new SallaFailure('salla_unavailable');
  return {
    user: { id: userId, name: parseText(name) },
    store: { id: storeId, name: parseText(of?.name) },
  };
}

async function orFailure(answer: Promise<TransportAnswer>): Promise<TransportAnswer> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof TransportError ? failureOfTransport(error) : error;
  }
}
