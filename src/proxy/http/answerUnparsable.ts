import { randomUUID } from 'node:crypto';
import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { RequestError } from '@hono/node-server';
import { ProblemError } from './ProblemError.ts';
import { toProblemResponse } from './toProblem.ts';

/** What Node calls the mistakes in a request that have a status of their own. */
const mistakes: Readonly<Record<string, ProblemError>> = {
  HPE_HEADER_OVERFLOW: badRequest('headers_too_large', 431),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: new ProblemError('too_large'),
  ERR_HTTP_REQUEST_TIMEOUT: badRequest('too_slow', 408),
};

/** The answer where none came of a request: no Request could be made of it, for want of a Host say, or it failed beyond help. */
export function answerUnparsable(error: unknown): Response {
  return accompanied(error instanceof RequestError ? badRequest('bad_host') : error);
}

/** Has the server answer with a problem what it can't read as HTTP, and close the connection. */
export function answerUnreadable(server: Server): void {
  const underWay = new Set<ServerResponse>();
  server.on('request', (_request, response) => {
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
  });
  const refused = new WeakSet<Duplex>();
  server.on('clientError', (error, socket) => {
    // What follows on the same connection is unreadable as well.
    if (refused.has(socket)) return;
    refused.add(socket);
    // In the middle of an earlier answer, a second one would be taken for a part of it.
    const isAnswering = [...underWay].some((one) => one.socket === socket && one.headersSent);
    if (isAnswering || !socket.writable) socket.destroy();
    else refuse(socket, error).catch(() => socket.destroy());
  });
}

async function refuse(socket: Duplex, error: Error): Promise<void> {
  const code = 'code' in error ? String(error.code) : '';
  const answer = accompanied(mistakes[code] ?? badRequest('not_http'));
  const body = Buffer.from(await answer.arrayBuffer());
  const head = [
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}`,
    ...[...answer.headers].map(([name, value]) => `${name}: ${value}`),
    `content-length: ${body.byteLength}`,
    'connection: close',
  ];
  socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]), () =>
    socket.destroy(),
  );
}

/** A problem with the headers that every answer has. */
function accompanied(error: unknown): Response {
  const requestId = randomUUID();
  const answer = toProblemResponse(error, { language: 'en', requestId });
  answer.headers.set('X-Request-Id', requestId);
  answer.headers.set('X-Content-Type-Options', 'nosniff');
  answer.headers.set('Cache-Control', 'no-store');
  return answer;
}

function badRequest(
  detail: 'not_http' | 'headers_too_large' | 'too_slow' | 'bad_host',
  status = 400,
) {
  return new ProblemError('bad_request', { status, detail });
}
