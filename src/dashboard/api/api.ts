import type { Problem } from '../../contract/problem.ts';
import { pageReload, presses } from '../host/reloading.ts';
import { callHeaders } from './callHeaders.ts';
import { takeFirstRequest } from './firstRequest.ts';
import { localProblem, offlineError, ProblemError } from './ProblemError.ts';

/** What every call takes along, and whom a refused session is told to. */
export interface Connection {
  sessionToken: () => string | null;
  language: () => string;
  /** True while a new session is under way and the page about to be loaded anew. */
  sessionRefused: (problem: ProblemError) => boolean;
}

let connection: Connection = {
  sessionToken: () => null,
  language: () => 'ar',
  sessionRefused: () => false,
};

/** Called once, before the first call. */
export function connectApi(to: Connection): void {
  connection = to;
}

export interface CallOptions {
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/**
 * The proxy's API. Every call throws `ProblemError` when it did not succeed. The proxy has parsed what it
 * sends (zod stays out of the first view), so the answer's type is trusted.
 */
export const api = {
  get: async <Answer>(path: string, signal?: AbortSignal): Promise<Answer> => {
    const started = takeFirstRequest(path);
    const sent = started ?? send('GET', path, undefined, signal ? { signal } : {});
    const answer = await answered(sent, holdWhileRenewingMs);
    return readBody(answer);
  },
  /** Asks past every cache, the proxy's as well: for what a decision rests on. */
  getFresh: async <Answer>(path: string, signal?: AbortSignal): Promise<Answer> => {
    const options = signal ? { signal, fresh: true } : { fresh: true };
    const answer = await answered(send('GET', path, undefined, options), holdWhileRenewingMs);
    return readBody(answer);
  },
  post: async <Answer>(
    path: string,
    body?: unknown,
    options: CallOptions = {},
  ): Promise<Answer> => {
    const answer = await answered(send('POST', path, body, options), 0);
    return readBody(answer);
  },
  delete: async (path: string): Promise<void> => {
    await answered(send('DELETE', path, undefined, {}), 0);
  },
};

/** While the page is about to be left for a new session, what is being read shows no failure. */
const holdWhileRenewingMs = 10_000;

function send(
  method: string,
  path: string,
  body: unknown,
  { idempotencyKey, signal, fresh = false }: CallOptions & { fresh?: boolean },
): Promise<Response> {
  const headers = headersOf(idempotencyKey);
  if (fresh) headers['Cache-Control'] = 'no-cache';
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const answer = fetch(path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  return method === 'GET' ? answer : holdingPage(answer);
}

/** Until the answer is there the page does not load itself again: what the call did would not be known. */
export function holdingPage(answer: Promise<Response>): Promise<Response> {
  return answer.finally(pageReload.addGuard(() => false));
}

/** The headers of a call of this session. */
export function headersOf(idempotencyKey: string | undefined): Record<string, string> {
  const headers = callHeaders(connection.language(), connection.sessionToken());
  return idempotencyKey === undefined ? headers : { ...headers, 'Idempotency-Key': idempotencyKey };
}

/**
 * An answer that says it succeeded; throws `ProblemError` for any other, and tells a refused session on. It
 * waits with that for so long while the page is about to be left for a new session.
 */
export async function answered(sent: Promise<Response>, holdMs: number): Promise<Response> {
  const response = await sent.catch(connectionFailed);
  if (response.ok) return response;
  const problem = await readProblem(response);
  if (problem.code !== 'unauthenticated') throw problem;
  // What is not held was pressed.
  const end = holdMs === 0 ? presses.begin({ kind: 'other' }) : () => {};
  const renewing = connection.sessionRefused(problem);
  end();
  if (!renewing) throw problem;
  return new Promise((_, reject) => setTimeout(() => reject(problem), holdMs));
}

export async function readBody<Answer>(response: Response): Promise<Answer> {
  return response.json().catch(connectionFailed);
}

function connectionFailed(error: unknown): never {
  throw error instanceof DOMException && error.name === 'AbortError' ? error : offlineError();
}

async function readProblem(response: Response): Promise<ProblemError> {
  const requestId = response.headers.get('X-Request-Id') ?? '';
  const body: unknown = await response.json().catch(() => null);
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  if (!isProblemBody(body)) return localProblem('internal', response.status, requestId);
  return new ProblemError(body, Number.isFinite(retryAfter) ? retryAfter : null);
}

function isProblemBody(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'requestId' in body;
}
