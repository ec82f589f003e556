import { createServer, type RequestListener } from 'node:http';
import { createServer as createSocketServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpTransport } from './httpTransport.ts';
import { TransportError, type TransportRequest } from './transport.ts';

const closing: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closing.splice(0).reverse()) close();
});

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  closing.push(() => server.closeAllConnections());
  closing.push(() => server.close());
  return listen(server);
}

async function ask(url: string, wish: Partial<TransportRequest> = {}, maximumBytes = 1000) {
  const { transport, close } = createHttpTransport({ maximumBytes });
  closing.push(close);
  const headers = { authorization: 'Bearer ory_at_secret' };
  const answer = await transport({
    method: 'GET',
    url: `${url}/a?code=secret`,
    headers,
    timeoutMs: 10_000,
    ...wish,
  });
  return { ...answer, body: String(answer.body) };
}

async function errorOf(answer: Promise<unknown>): Promise<TransportError> {
  const error = await answer.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof TransportError)) throw new Error(`no TransportError but ${error}`);
  return error;
}

describe('a call with a body in pieces', () => {
  const pieces = Array.from({ length: 160 }, (_, at) => new Uint8Array(65_536).fill(at));
  const body = { chunks: pieces, size: 160 * 65_536 };

  it('sends them under their length, as often as it is asked', async () => {
    const received: Buffer[] = [];
    const url = await serve(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      received.push(Buffer.concat(chunks));
      response.end(`${request.headers['content-length']} ${request.headers['transfer-encoding']}`);
    });
    for (const turn of [1, 2]) {
      const answer = await ask(url, { method: 'POST', body });
      expect(answer.body).toBe(`${body.size} undefined`);
      expect(received).toHaveLength(turn);
      expect(received.at(-1)?.equals(Buffer.concat(pieces))).toBe(true);
    }
  });

  it('takes an answer that comes before they were read', async () => {
    const url = await serve((_request, response) => void response.writeHead(401).end('no'));
    expect(await ask(url, { method: 'POST', body })).toMatchObject({ status: 401, body: 'no' });
  });

  it.each([
    ['reset', (socket: Socket) => socket.destroy(), 10_000],
    ['timeout', (socket: Socket) => socket.pause(), 60],
  ] as const)('that nobody reads to the end left (%s)', async (kind, treat, timeoutMs) => {
    const url = await serve((request) => treat(request.socket));
    const error = await errorOf(ask(url, { method: 'POST', body, timeoutMs }));
    expect(error).toMatchObject({ kind, sent: true });
  });

  it('has sent nothing where there was no connection', async () => {
    const url = 'http://no-such-host.invalid';
    const error = await errorOf(ask(url, { method: 'POST', body }));
    expect(error).toMatchObject({ kind: 'connect', sent: false });
  });
});

describe('a call over HTTP', () => {
  it('brings status, headers and body, whatever the status', async () => {
    const url = await serve((request, response) => {
      response.writeHead(429, { 'Retry-After': '3' });
      response.end(`${request.method} ${request.url} ${request.headers.authorization} ن`);
    });
    expect(await ask(url)).toMatchObject({
      status: 429,
      headers: { 'retry-after': '3' },
      body: 'GET /a?code=secret Bearer ory_at_secret ن',
    });
  });

  it('sends a body, and a POST without one', async () => {
    const url = await serve(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      response.end(`${request.headers['content-length']}:${body}`);
    });
    expect((await ask(url, { method: 'POST', body: 'a=1' })).body).toBe('3:a=1');
    expect((await ask(url, { method: 'POST' })).body).toBe('0:');
  });

  it('follows no redirect', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end();
    });
    expect((await ask(url)).status).toBe(302);
  });

  it('says that nothing was sent where no connection opened', async () => {
    const server = createSocketServer();
    const url = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    expect(await errorOf(ask(url))).toMatchObject({ kind: 'connect', sent: false });
    expect(await errorOf(ask('http://no-such-host.invalid'))).toMatchObject({
      kind: 'connect',
      sent: false,
    });
  });

  it('says that it left where the connection broke before an answer', async () => {
    const url = await serve((request) => request.socket.destroy());
    const error = await errorOf(ask(url, { method: 'POST' }));
    expect(error).toMatchObject({ kind: 'reset', sent: true });
  });

  it('says that it left where the answer broke off', async () => {
    const url = await serve((request, response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('{"status":200,', () => request.socket.destroy());
    });
    expect(await errorOf(ask(url))).toMatchObject({ kind: 'reset', sent: true });
  });

  it('gives up at its deadline, before an answer and in the middle of one', async () => {
    const silent = await serve(() => {});
    expect(await errorOf(ask(silent, { timeoutMs: 60 }))).toMatchObject({
      kind: 'timeout',
      sent: true,
    });
    const stuck = await serve((_request, response) => void response.write('{'));
    expect(await errorOf(ask(stuck, { timeoutMs: 60 }))).toMatchObject({
      kind: 'timeout',
      sent: true,
    });
  });

  it('has sent nothing where it gave up before there was a connection, and sends nothing later', async () => {
    let asked = 0;
    const url = await serve((_request, response) => {
      asked++;
      response.end();
    });
    expect(await errorOf(ask(url, { timeoutMs: 0, signal: AbortSignal.abort() }))).toMatchObject({
      kind: 'aborted',
      sent: false,
    });
    const leaving = new AbortController();
    const answer = errorOf(ask(url, { signal: leaving.signal }));
    leaving.abort();
    expect(await answer).toMatchObject({ kind: 'aborted', sent: false });
    await ask(url);
    expect(asked).toBe(1);
  });

  it('waits for no other one, however many get no answer', async () => {
    let unanswered = 0;
    const url = await serve((request, response) => {
      if (request.url === '/quick') response.end('here');
      else unanswered += 1;
    });
    const { transport } = createHttpTransport();
    const call = (path: string) =>
      transport({ method: 'GET', url: url + path, headers: {}, timeoutMs: 10_000 });
    for (let one = 0; one < 300; one++) call('/slow').catch(() => {});
    await expect.poll(() => unanswered, { timeout: 10_000 }).toBe(300);
    expect(String((await call('/quick')).body)).toBe('here');
  });

  it('is cancelled when the client leaves, and Salla sees the connection close', async () => {
    const leaving = new AbortController();
    const closed = new Promise<void>((resolve) => {
      void serve((request) => {
        request.socket.once('close', () => resolve());
        leaving.abort();
      }).then((url) => errorOf(ask(url, { signal: leaving.signal })));
    });
    await closed;
  });

  it('takes no answer larger than the limit', async () => {
    const url = await serve((_request, response) => void response.end('x'.repeat(1001)));
    expect(await errorOf(ask(url))).toMatchObject({ kind: 'too_large', sent: true });
    expect((await ask(url, {}, 1001)).body).toHaveLength(1001);
  });

  it('names neither token nor query nor body in its errors', async () => {
    const url = await serve((request) => request.socket.destroy());
    const error = await errorOf(ask(url, { method: 'POST', body: 'refresh_token=ory_rt_secret' }));
    const told = `${error.stack} ${JSON.stringify(error)} ${error.message} ${error.cause}`;
    expect(told).not.toContain('secret');
    expect(told).toContain('/a');
  });

  it('keeps connections for the next calls', async () => {
    const sockets = new Set<unknown>();
    const url = await serve((request, response) => {
      sockets.add(request.socket);
      response.end();
    });
    const { transport, close } = createHttpTransport();
    closing.push(close);
    for (let call = 0; call < 10; call++) {
      await transport({ method: 'GET', url, headers: {}, timeoutMs: 10_000 });
    }
    // The next call may begin before the last one's connection is back in the pool.
    expect(sockets.size).toBeLessThanOrEqual(2);
  });
});
