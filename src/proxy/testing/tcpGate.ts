import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A TCP proxy before Postgres that can be closed as if Postgres were down. */
export async function openGate(url: string) {
  const target = new URL(url);
  const through = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      through.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        through.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port was given');
    return address.port;
  };
  const port = await listen(0);
  const here = new URL(url);
  here.port = String(port);
  const shut = async () => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of through) socket.destroy();
    await closed;
  };
  return { url: here.href, shut, reopen: () => listen(port) };
}
