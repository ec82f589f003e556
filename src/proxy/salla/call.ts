import { failureOf, failureOfTransport, isSuccess, readJson, readUnauthorized } from './answers.ts';
import { SallaFailure } from './failure.ts';
import type { Pace } from './pace.ts';
import type { TokenVault } from './tokens.ts';
import {
  type SallaTransport,
  type TransportAnswer,
  type TransportBody,
  TransportError,
} from './transport.ts';
import type { Wait } from './wait.ts';

/** Longest that a person who waits for an answer is kept waiting because Salla said `Retry-After`. */
const patienceMs = 5000;
/** For one call and its answer. */
const timeoutMs = 30_000;

export interface CallParts {
  apiUrl: string;
  transport: SallaTransport;
  tokens: TokenVault;
  pace: Pace;
  now: () => number;
  wait: Wait;
}

interface Call {
  method: 'GET' | 'POST';
  /** Under the API's address, with its query. */
  path: string;
  body?: { type: string; content: TransportBody } | undefined;
  signal?: AbortSignal | undefined;
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
  /** One call as it is, whatever it answers, after a refresh of the token where that was refused. Throws `TransportError`, and `SallaFailure` for want of a token. */
  once(storeId: number, call: Call): Promise<TransportAnswer>;
  /** The same, once the store may call again; throws `rate_limited` where that is not soon. */
  onceInTurn(storeId: number, call: Call): Promise<TransportAnswer>;
}

export function createCaller(parts: CallParts): Caller {
  const { apiUrl, transport, tokens, pace, now, wait } = parts;

  async function askWith(token: string, storeId: number, call: Call): Promise<TransportAnswer> {
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
    pace.learn(storeId, answer);
    return answer;
  }

  async function once(storeId: number, call: Call): Promise<TransportAnswer> {
    const token = await tokens.accessToken(storeId);
    const answer = await askWith(token, storeId, call);
    if (answer.status !== 401 || readUnauthorized(answer) !== 'token') return answer;
    return askWith(await tokens.refreshAfter401(storeId, token), storeId, call);
  }

  async function onceMore(storeId: number, call: Call): Promise<TransportAnswer> {
    try {
      return await once(storeId, call);
    } catch (error) {
      if (!isBroken(error)) throw error;
      return once(storeId, call);
    }
  }

  async function waitForTurn(storeId: number, signal: AbortSignal | undefined): Promise<void> {
    const ms = pace.msUntilTurn(storeId);
    if (ms === 0) return;
    if (ms > patienceMs) {
      throw new SallaFailure('rate_limited', { retryAfterSeconds: Math.ceil(ms / 1000) });
    }
    await wait(ms, signal);
  }

  async function onceInTurn(storeId: number, call: Call): Promise<TransportAnswer> {
    await waitForTurn(storeId, call.signal);
    return once(storeId, call);
  }

  async function answerTo(storeId: number, call: Call): Promise<TransportAnswer> {
    await waitForTurn(storeId, call.signal);
    const answer = await onceMore(storeId, call);
    if (answer.status !== 429) return answer;
    await waitForTurn(storeId, call.signal);
    return onceMore(storeId, call);
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

  return { once, onceInTurn, readAs, read: (storeId, call) => readAs(storeId, call, readJson) };
}

function isBroken(error: unknown): boolean {
  return error instanceof TransportError && (error.kind === 'connect' || error.kind === 'reset');
}
