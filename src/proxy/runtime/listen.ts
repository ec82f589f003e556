import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { answerUnparsable, answerUnreadable } from '../http/answerUnparsable.ts';

export interface Listening {
  port: number;
  /** Takes no new connection, and resolves once every request that is under way was answered, or had its time. */
  close(): Promise<void>;
}

/** How often connections that have nothing under way are looked for while closing. */
const closingEveryMs = 50;

/**
 * Longer than an invoice takes to be created, with what is read before and after it. A request that takes longer waits
 * for a client that never sends its body.
 */
const patienceMs = 90_000;

/** Within this a request has to be here whole: a PDF of 10 MB at half a megabit a second. Who is slower holds memory. */
const arrivalMs = 180_000;

/** Listens on host and port (0 for any). Throws one sentence that names the setting where that is not possible. */
export async function listen(
  fetch: (request: Request) => Promise<Response>,
  {
    host,
    port,
    closingPatienceMs = patienceMs,
    requestTimeoutMs = arrivalMs,
  }: { host: string; port: number; closingPatienceMs?: number; requestTimeoutMs?: number },
): Promise<Listening> {
  const listener = getRequestListener(fetch, { errorHandler: answerUnparsable });
  const times = {
    requestTimeout: requestTimeoutMs,
    headersTimeout: Math.min(60_000, requestTimeoutMs),
    connectionsCheckingInterval: Math.min(30_000, requestTimeoutMs),
  };
  // Node would refuse a request without a Host by itself, without a word about why.
  const server = createServer({ ...times, requireHostHeader: false }, listener);
  answerUnreadable(server);
  const underWay = countUnderWay(server);
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw listeningError(error, { host, port, setting: 'PORT' });
  }
  const address = server.address();
  let closed: Promise<void> | undefined;
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close() {
      closed ??= closeGently(server, underWay, closingPatienceMs);
      return closed;
    },
  };
}

/** How many requests have begun and are not answered yet. */
function countUnderWay(server: Server): () => number {
  let count = 0;
  server.on('request', (_request, response) => {
    count += 1;
    response.once('close', () => {
      count -= 1;
    });
  });
  return () => count;
}

/** Connections that have not said a whole request keep a server from closing, and Node no longer times them out. */
async function closeGently(
  server: Server,
  underWay: () => number,
  withinMs: number,
): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const deadline = performance.now() + withinMs;
  const timer = setInterval(() => {
    if (underWay() === 0 || performance.now() > deadline) server.closeAllConnections();
    else server.closeIdleConnections();
  }, closingEveryMs);
  await closed;
  clearInterval(timer);
}

/** One sentence for why a port can't be listened on; `setting` is what the port comes from. */
export function listeningError(
  error: unknown,
  { host, port, setting }: { host: string; port: number; setting: string },
): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const sentence =
    code === 'EADDRINUSE'
      ? `${setting} ${port} is taken by another program.`
      : code === 'EACCES'
        ? `${setting} ${port} may not be listened on by this user.`
        : `HOST ${host} can’t be listened on (${String(code ?? error)}).`;
  return new Error(sentence, { cause: error });
}
