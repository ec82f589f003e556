import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { listen } from './listen.ts';

async function say(port: number, words: string) {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const heard: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => heard.push(chunk));
  socket.on('error', () => {});
  if (words !== '') await new Promise((resolve) => socket.write(words, resolve));
  return { heard: () => Buffer.concat(heard).toString(), ended: once(socket, 'close') };
}

const head = 'POST / HTTP/1.1\r\nHost: desk.test\r\nContent-Length: 10\r\n\r\n';
const anywhere = { host: '127.0.0.1', port: 0 };

it('a request that does not arrive in time is answered, and what waits for it goes on', async () => {
  const ended = Promise.withResolvers<string>();
  const listening = await listen(
    async (request) => {
      const text = await request.text().catch(() => 'cut');
      ended.resolve(text);
      return new Response(text);
    },
    { ...anywhere, requestTimeoutMs: 100 },
  );
  const client = await say(listening.port, `${head}12345`);
  await client.ended;
  expect(client.heard()).toMatch(/^HTTP\/1\.1 408 /);
  expect(client.heard()).toContain('took too long to arrive');
  expect(await ended.promise).toBe('cut');
  await listening.close();
});

describe('a server that closes', () => {
  it.each([
    ['a connection that says nothing', ''],
    ['half a request line', 'GET /inv'],
    ['half of the headers', 'GET / HTTP/1.1\r\nHost: desk.test\r\n'],
  ])('does not wait for %s', async (_what, words) => {
    const listening = await listen(async () => new Response('here'), anywhere);
    const client = await say(listening.port, words);
    await listening.close();
    await client.ended;
    expect(client.heard()).toBe('');
  });

  it('waits for the answer that is under way, whatever else is open', async () => {
    const asked = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<Response>();
    const listening = await listen(() => {
      asked.resolve();
      return answer.promise;
    }, anywhere);
    const silent = await say(listening.port, '');
    const client = await say(listening.port, 'GET / HTTP/1.1\r\nHost: desk.test\r\n\r\n');
    await asked.promise;
    const closed = listening.close();
    // Closing another server takes as long as this one's first look at its connections.
    const later = await listen(async () => new Response(), anywhere);
    await later.close();
    answer.resolve(new Response('all of it'));
    await closed;
    await Promise.all([client.ended, silent.ended]);
    expect(client.heard()).toContain('all of it');
  });

  it('waits only so long for a body that never comes', async () => {
    const reading = Promise.withResolvers<void>();
    const listening = await listen(
      async (request) => {
        reading.resolve();
        return new Response(await request.text().catch(() => 'cut'));
      },
      { ...anywhere, closingPatienceMs: 100 },
    );
    const client = await say(listening.port, `${head}12345`);
    await reading.promise;
    await listening.close();
    await client.ended;
    expect(client.heard()).toBe('');
  });
});
