import type { Problem } from '../../contract/problem.ts';
import { takeFirstRequest } from './firstRequest.ts';
import { localProblem, offlineError, ProblemError } from './ProblemError.ts';

/** What every call takes along, and whom a refused session is told to. */
export interface Connection {
  sessionToken: () => string | null;
  language: () => string;
  sessionRefused: () => void;
}

let connection: Connection = {
  sessionToken: () => null,
  language: () => 'ar',
  sessionRefused: () => {},
};

/** Called once, before the first call. */
export function connectApi(to: Connection): void {
  connection = to;
}

interface CallOptions {
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
    const answer = await answered(
      started ?? send('GET', path, undefined, signal ? { signal } : {}),
    );
    return answer.json();
  },
  post: async <Answer>(
    path: string,
    body?: unknown,
    options: CallOptions = {},
  ): Promise<Answer> => {
    const answer = await answered(send('POST', path, body, options));
    return answer.json();
  },
  delete: async (path: string): Promise<void> => {
    await answered(send('DELETE', path, undefined, {}));
  },
};

/** The headers that every call has. */
export function callHeaders(): Record<string, string> {
  const token = connection.sessionToken();
  return {
    Accept: 'application/json',
    'Accept-Language': connection.language(),
    ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
  };
}

function send(
  method: string,
  path: string,
  body: unknown,
  { idempotencyKey, signal }: CallOptions,
): Promise<Response> {
  const headers = callHeaders();
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (idempotencyKey !== undefined) headers['Idempotency-Key'] = idempotencyKey;
  return fetch(path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
}

async function answered(sent: Promise<Response>): Promise<Response> {
  const response = await sent.catch((error: unknown) => {
    throw isAbort(error) ? error : offlineError();
  });
  if (response.ok) return response;
  const problem = await readProblem(response);
  if (problem.code === 'unauthenticated') connection.sessionRefused();
  throw problem;
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

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
