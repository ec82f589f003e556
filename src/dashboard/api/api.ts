import type { ApiCall, Method } from '../../contract/endpoints.ts';
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
  /** Bypasses every cache, the proxy's as well: for what a decision rests on. */
  fresh?: boolean;
}

type OptionsOf<Body> = [Body] extends [undefined]
  ? [options?: CallOptions]
  : [options: CallOptions & { body: Body }];

/**
 * Makes a call of the proxy's API and returns its answer. Throws `ProblemError` when it did not succeed. The proxy has parsed
 * what it sends (zod stays out of the first view), so the endpoint's answer type is trusted.
 */
export async function api<Answer, Body>(
  { method, path }: ApiCall<Answer, Body>,
  ...[options = {}]: OptionsOf<Body>
): Promise<Answer> {
  const started = method === 'GET' && !options.fresh ? takeFirstRequest(path) : undefined;
  const sent = started ?? send(method, path, options);
  const response = await answered(sent, method === 'GET' ? holdWhileRenewingMs : 0);
  return readBody(response);
}

/** While the page is about to be left for a new session, reads show no failure. */
const holdWhileRenewingMs = 10_000;

function send(
  method: Method,
  path: string,
  options: CallOptions & { body?: unknown },
): Promise<Response> {
  const { body, idempotencyKey, signal, fresh = false } = options;
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

/** The JSON of an answer; null where it has no body. */
export async function readBody<Answer>(response: Response): Promise<Answer> {
  const text = await response.text().catch(connectionFailed);
  try {
    return JSON.parse(text === '' ? 'null' : text);
  } catch (error) {
    return connectionFailed(error);
  }
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
