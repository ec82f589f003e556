import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { ProblemError } from './problems/ProblemError.ts';
import { toProblemResponse } from './problems/toProblem.ts';

export interface Listening {
  port: number;
  /** Takes no new connection, and resolves once every request that is under way was answered. */
  close(): Promise<void>;
}

/** How often connections that have nothing under way are looked for while closing. */
const closingEveryMs = 50;

/** Listens on host and port (0 for any). Throws one sentence that names the setting where that is not possible. */
export async function listen(
  fetch: (request: Request) => Promise<Response>,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const server = createServer(getRequestListener(fetch, { errorHandler: answerUnreadable }));
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Error(sentenceOf(error, host, port), { cause: error });
  }
  const address = server.address();
  let closed: Promise<void> | undefined;
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close() {
      closed ??= closeGently(server);
      return closed;
    },
  };
}

async function closeGently(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const timer = setInterval(() => server.closeIdleConnections(), closingEveryMs);
  await closed;
  clearInterval(timer);
}

/** A request that no Request can be made of, such as one without a Host. */
function answerUnreadable(): Response {
  const problem = new ProblemError('bad_request', { detail: 'bad_host' });
  return toProblemResponse(problem, { language: 'en', requestId: randomUUID() });
}

function sentenceOf(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `PORT ${port} is taken by another program.`;
  if (code === 'EACCES') return `PORT ${port} may not be listened on by this user.`;
  return `HOST ${host} can’t be listened on (${String(code ?? error)}).`;
}
