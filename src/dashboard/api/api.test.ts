import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import type { ApiCall } from '../../contract/endpoints.ts';
import { api, connectApi } from './api.ts';
import { isProblem, ProblemError } from './ProblemError.ts';

const get = (path: string): ApiCall<unknown> => ({ method: 'GET', path });
const post = (path: string): ApiCall<unknown, object> => ({ method: 'POST', path });

let server: Server | null = null;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

/** A proxy that answers as told; resolves to its origin. */
async function proxyThat(answers: RequestListener): Promise<string> {
  const listening = createServer(answers);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

const problem = {
  type: 'about:blank',
  title: 'Too many requests',
  status: 429,
  code: 'rate_limited',
  detail: 'Wait.',
  requestId: 'r-1',
};

function connect(over: Partial<Parameters<typeof connectApi>[0]> = {}): void {
  connectApi({
    sessionToken: () => null,
    language: () => 'ar',
    sessionRefused: () => false,
    ...over,
  });
}

test('a call takes the language and, in the frame, the session along', async () => {
  const origin = await proxyThat((request, response) => {
    const { authorization, 'accept-language': language } = request.headers;
    response.end(JSON.stringify({ authorization, language }));
  });
  connect({ sessionToken: () => 'abc' });
  await expect(api(get(`${origin}/`))).resolves.toEqual({
    authorization: 'Bearer abc',
    language: 'ar',
  });
});

test('what is sent has its key, so that a repeat is known as one', async () => {
  const origin = await proxyThat((request, response) => {
    response.end(JSON.stringify({ key: request.headers['idempotency-key'] }));
  });
  connect();
  const answer = api(post(`${origin}/`), { body: {}, idempotencyKey: 'k-1' });
  await expect(answer).resolves.toEqual({ key: 'k-1' });
});

test('a problem comes with its code, its request id and how long to wait', async () => {
  const origin = await proxyThat((_, response) => {
    response.writeHead(429, { 'Content-Type': 'application/problem+json', 'Retry-After': '7' });
    response.end(JSON.stringify(problem));
  });
  connect();
  const failure: unknown = await api(get(`${origin}/`)).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ProblemError);
  expect(failure).toMatchObject({
    code: 'rate_limited',
    requestId: 'r-1',
    retryAfterSeconds: 7,
  });
});

test('an answer that is no problem of ours is an internal one, with the request id of its header', async () => {
  const origin = await proxyThat((_, response) => {
    response.writeHead(502, { 'X-Request-Id': 'r-2' });
    response.end('<html>bad gateway</html>');
  });
  connect();
  const failure: unknown = await api(get(`${origin}/`)).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'internal', requestId: 'r-2' });
});

test('a connection that breaks, before the answer or within it, is offline', async () => {
  const origin = await proxyThat((request, response) => {
    if (request.url === '/half')
      response.writeHead(200, { 'Content-Length': '100' }).write('{"a":');
    setImmediate(() => response.destroy());
  });
  connect();
  for (const path of ['/none', '/half']) {
    const failure: unknown = await api(get(origin + path)).catch((error: unknown) => error);
    expect(isProblem(failure, 'offline')).toBe(true);
  }
});

test('a refused session is told, and what was being sent fails at once', async () => {
  const origin = await proxyThat((_, response) => {
    response.writeHead(401);
    response.end(JSON.stringify({ ...problem, status: 401, code: 'unauthenticated' }));
  });
  const told: string[] = [];
  connect({
    sessionRefused: ({ requestId }) => {
      told.push(requestId);
      return true;
    },
  });
  await expect(api(post(`${origin}/`), { body: {} })).rejects.toMatchObject({
    code: 'unauthenticated',
  });
  expect(told).toEqual(['r-1']);
});

test('a call that was taken back is not a failure of the connection', async () => {
  const origin = await proxyThat(() => {});
  connect();
  const abort = new AbortController();
  const answer = api(get(`${origin}/`), { signal: abort.signal });
  abort.abort();
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
});
