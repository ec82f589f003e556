import type { AccessToken } from '../oauth/tokenTypes.ts';
import type { TokenVault } from '../oauth/tokenVault.ts';
import type { RateLimiter } from '../rateLimit/rateLimiter.ts';
import type { Permit, Urgency } from '../rateLimit/types.ts';
import {
  failureOf,
  failureOfTransport,
  isFromGateway,
  isSuccess,
  parseUnauthorized,
} from './answers.ts';
import { SallaFailure } from './failure.ts';
import { parseJsonText, withStatedStatus } from './refusal.ts';
import {
  type SallaTransport,
  type TransportAnswer,
  type TransportBody,
  TransportError,
} from './transport.ts';

/** Longest that a person who waits for an answer is kept waiting for his turn. */
const patienceMs = 5000;
/** For one call and its answer. */
const timeoutMs = 30_000;

export interface CallDeps {
  apiUrl: string;
  transport: SallaTransport;
  tokens: TokenVault;
  rateLimiter: RateLimiter;
  now: () => number;
}

interface Call {
  method: 'GET' | 'POST';
  /** Under the API's address, with its query. */
  path: string;
  body?: { type: string; content: TransportBody } | undefined;
  signal?: AbortSignal | undefined;
  /** For whom it is; a person who reads where nothing is said. */
  urgency?: Urgency | undefined;
  /** How long it may wait for its turns in all; what people wait where nothing is said. */
  patienceMs?: number | undefined;
}

/** With the id of the tokens' pair that it was asked for with. */
export interface CallAnswer extends TransportAnswer {
  pairId: string;
}

export interface Caller {
  /** The JSON of a 2xx. Anything else is thrown as `SallaFailure`. Repeated once on a broken connection. */
  read(storeId: number, call: Call): Promise<unknown>;
  /** The same, as `parse` reads it: undefined for what is no answer, thrown as `salla_unavailable`. */
  readAs<T>(
    storeId: number,
    call: Call,
    parse: (answer: TransportAnswer) => T | undefined,
  ): Promise<T>;
  /** One call as it is, whatever it answers, after a refresh of the token where that was refused. Ends the permit. Throws `TransportError`, and `SallaFailure` for want of a token. */
  once(storeId: number, call: Call, permit: Permit): Promise<CallAnswer>;
  /** The same, once the store may call again; throws `rate_limited` where that is not soon. */
  onceInTurn(storeId: number, call: Call): Promise<CallAnswer>;
}

export function createCaller(parts: CallDeps): Caller {
  const { apiUrl, transport, tokens, rateLimiter, now } = parts;

  async function askWith(
    { token, pairId }: AccessToken,
    call: Call,
    permit: Permit,
  ): Promise<CallAnswer> {
    permit.leaves();
    const answer = await transport({
      method: call.method,
      url: apiUrl + call.path,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        ...(call.body === undefined ? {} : { 'content-type': call.body.type }),
      },
      body: call.body?.content,
      signal: call.signal,
      timeoutMs,
    });
    return withStatedStatus({ ...answer, pairId });
  }

  async function askTwiceAtMost(storeId: number, call: Call, permit: Permit) {
    const token = await tokens.accessToken(storeId);
    const answer = await askWith(token, call, permit);
    const isTokenRefused = answer.status === 401 && !isFromGateway(answer);
    if (!isTokenRefused || parseUnauthorized(answer) !== 'token') return answer;
    return askWith(await tokens.refreshAfter401(storeId, token.token), call, permit);
  }

  async function once(storeId: number, call: Call, permit: Permit): Promise<CallAnswer> {
    try {
      const answer = await askTwiceAtMost(storeId, call, permit);
      permit.answered(answer);
      return answer;
    } catch (error) {
      if (error instanceof TransportError && error.sent) permit.lost();
      else permit.giveBack();
      throw error;
    }
  }

  function turnOf(storeId: number, call: Call, ms: number): Promise<Permit> {
    const { urgency = 'browsing', signal } = call;
    return rateLimiter.wait(storeId, urgency, { ms, signal });
  }

  async function onceInTurn(storeId: number, call: Call): Promise<CallAnswer> {
    return once(storeId, call, await turnOf(storeId, call, call.patienceMs ?? patienceMs));
  }

  async function onceMore(storeId: number, call: Call, permit: Permit): Promise<TransportAnswer> {
    try {
      return await once(storeId, call, permit);
    } catch (error) {
      if (!isBroken(error)) throw error;
      return onceInTurn(storeId, call);
    }
  }

  /** Asks again after a 429, as long as waiting for the turns takes no longer than people are patient. */
  async function answerTo(storeId: number, call: Call): Promise<TransportAnswer> {
    let patienceLeft = call.patienceMs ?? patienceMs;
    for (;;) {
      const from = now();
      const permit = await turnOf(storeId, call, patienceLeft);
      patienceLeft -= now() - from;
      const answer = await onceMore(storeId, call, permit);
      if (answer.status !== 429) return answer;
    }
  }

  async function readAs<T>(
    storeId: number,
    call: Call,
    parse: (answer: TransportAnswer) => T | undefined,
  ): Promise<T> {
    try {
      const answer = await answerTo(storeId, call);
      const read = isSuccess(answer) ? parse(answer) : undefined;
      if (read === undefined) throw failureOf(answer, now());
      return read;
    } catch (error) {
      if (error instanceof TransportError) throw failureOfTransport(error);
      // Nobody is left to read what an abandoned wait ends in.
      throw call.signal?.aborted ? new SallaFailure('salla_unavailable') : error;
    }
  }

  return {
    once,
    onceInTurn,
    readAs,
    read: (storeId, call) => readAs(storeId, call, parseJsonText),
  };
}

function isBroken(error: unknown): boolean {
  return error instanceof TransportError && (error.kind === 'connect' || error.kind === 'reset');
}
