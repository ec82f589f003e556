import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Problem } from '../../contract/problem.ts';
import { type Listening, listen } from '../runtime/listen.ts';

const open: Listening[] = [];

afterEach(async () => {
  for (const listening of open.splice(0)) await listening.close();
});

/** What comes back on a connection until it is closed. */
async function say(request: string, fetch = async () => new Response('fine')): Promise<string> {
  const listening = await listen(fetch, { host: '127.0.0.1', port: 0 });
  open.push(listening);
  const socket = connect(listening.port, '127.0.0.1');
  let heard = '';
  socket.on('data', (chunk) => {
    heard += chunk;
  });
  socket.write(Buffer.from(request, 'latin1'));
  await once(socket, 'close');
  return heard;
}

function read(heard: string) {
  const [head = '', body = ''] = heard.split('\r\n\r\n');
  const [line = '', ...lines] = head.split('\r\n');
  const headers = new Headers(
    lines.map((text): [string, string] => {
      const [name = '', value = ''] = text.split(': ');
      return [name, value];
    }),
  );
  return { status: Number(line.split(' ')[1]), headers, problem: Problem.parse(JSON.parse(body)) };
}

describe('what can’t be read as a request', () => {
  it.each([
    ['an address in bytes that are not ASCII', 'GET /\xe9\xff HTTP/1.1\r\nHost: desk\r\n\r\n', 400],
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['too long headers', `GET / HTTP/1.1\r\nHost: desk\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
    ['no Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['an odd Host', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400],
  ])('is answered with a problem: %s', async (_, request, status) => {
    const answer = read(await say(request));
    expect(answer.status).toBe(status);
    expect(answer.problem).toMatchObject({ status, code: 'bad_request' });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/problem+json',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'x-request-id': answer.problem.requestId,
    });
  });

  it('does not break into the answer to what came before it', async () => {
    const begins = async () =>
      new Response(new ReadableStream({ start: (stream) => stream.enqueue(Buffer.from('first')) }));
    const asked = 'GET / HTTP/1.1\r\nHost: desk\r\n\r\n';
    const listening = await listen(begins, { host: '127.0.0.1', port: 0, closingPatienceMs: 0 });
    open.push(listening);
    const socket = connect(listening.port, '127.0.0.1');
    let heard = '';
    const firstHeard = Promise.withResolvers<void>();
    socket.on('data', (chunk) => {
      heard += chunk;
      if (heard.includes('first')) firstHeard.resolve();
    });
    socket.on('error', () => {});
    socket.write(asked);
    await firstHeard.promise;
    socket.write('hello\r\n\r\n');
    await once(socket, 'close');
    expect(heard.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });
});

it('a request that fails beyond help is our fault, not the caller’s', async () => {
  const request = 'GET / HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n\r\n';
  const { status, problem } = read(
    await say(request, async () => {
      throw new Error('nobody caught this');
    }),
  );
  expect([status, problem.code]).toEqual([500, 'internal']);
});
