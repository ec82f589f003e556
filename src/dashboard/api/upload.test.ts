import { afterEach, expect, test } from 'vitest';
import { answered, connectApi, readBody } from './api.ts';
import { responseOf } from './upload.ts';

const connection = {
  sessionToken: () => null,
  language: () => 'ar',
  sessionRefused: () => false,
};

afterEach(() => connectApi(connection));

/** What an `XMLHttpRequest` holds once it is answered. */
function answer(status: number, headers: Record<string, string>, responseText: string) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return { status, responseText, getAllResponseHeaders: () => lines.join('') };
}

const problem = {
  type: 'about:blank',
  title: 'Too large',
  status: 413,
  code: 'too_large',
  detail: 'The file is too large.',
  requestId: 'r-1',
};

test('an upload that succeeded gives what was made', async () => {
  const made = responseOf(answer(201, { location: '/api/invoices/7' }, '{"data":{"id":7}}'));
  expect(made.headers.get('Location')).toBe('/api/invoices/7');
  await expect(answered(Promise.resolve(made), 0).then(readBody)).resolves.toEqual({
    data: { id: 7 },
  });
});

test('a refused one is the same failure as that of any other call', async () => {
  const refused = responseOf(answer(413, { 'retry-after': '7' }, JSON.stringify(problem)));
  await expect(answered(Promise.resolve(refused), 0)).rejects.toMatchObject({
    code: 'too_large',
    requestId: 'r-1',
    retryAfterSeconds: 7,
  });
});

test('what stands between answers for the proxy with its request id alone', async () => {
  const broken = responseOf(answer(502, { 'x-request-id': 'r-2' }, '<html>bad gateway</html>'));
  await expect(answered(Promise.resolve(broken), 0)).rejects.toMatchObject({
    code: 'internal',
    requestId: 'r-2',
  });
});

test('a refused session is told', async () => {
  const told: string[] = [];
  connectApi({
    ...connection,
    sessionRefused: ({ requestId }) => {
      told.push(requestId);
      return true;
    },
  });
  const unauthenticated = JSON.stringify({ ...problem, status: 401, code: 'unauthenticated' });
  const refused = responseOf(answer(401, {}, unauthenticated));
  await expect(answered(Promise.resolve(refused), 0)).rejects.toMatchObject({
    code: 'unauthenticated',
  });
  expect(told).toEqual(['r-1']);
});

test('an answer without a body is one', () => {
  expect(responseOf(answer(204, {}, '')).status).toBe(204);
});
