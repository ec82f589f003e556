import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { type Fault, faultAnswers } from './dashboardPage/port.ts';
import { failure, notFound, refusedWithoutReason } from './envelope.ts';

/** The connection breaks before an answer. Over HTTP the socket is reset; in-process the call rejects with this. */
export class ConnectionReset extends Error {
  override name = 'ConnectionReset';
  code = 'ECONNRESET';
}

export const FaultList = z.array(
  z
    .strictObject({
      method: z.string().min(1),
      path: z.string().min(1),
      orderId: z.int().positive().optional(),
      answer: z.enum(faultAnswers),
      after: z.boolean().optional(),
      ms: z.number().nonnegative().optional(),
      times: z.int().positive().optional(),
      status: z.int().min(200).max(599).optional(),
      headers: z.record(z.string(), z.string()).optional(),
      body: z.unknown().optional(),
      bodyBase64: z.base64().optional(),
    })
    .refine(
      ({ answer, status, headers, body, bodyBase64 }) =>
        answer === 'body' || [status, headers, body, bodyBase64].every((one) => one === undefined),
      'status, headers, body and bodyBase64 belong to the answer "body"',
    ),
);

export interface Faults {
  list(): readonly Fault[];
  replace(faults: readonly Fault[]): void;
  /** What `serve` answers, or what a fault that strikes makes of it. */
  answer(request: Request, serve: () => Response | Promise<Response>): Promise<Response>;
}

/** Only Salla's services and its files fail; the sandbox's own pages and controls always work. */
const services = [
  '/admin/',
  '/store/',
  '/oauth2/',
  '/exchange-authority/',
  '/documents/',
  '/temp/',
];

function matchesPath(pattern: string, url: URL): boolean {
  const path = pattern.includes('?') ? url.pathname + url.search : url.pathname;
  if (pattern.endsWith('$')) return path === pattern.slice(0, -1);
  if (!pattern.includes('*')) return path.startsWith(pattern);
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`).test(path);
}

function orderIdIn(url: URL): number | null {
  const text = /\/orders\/(?:send\/)?(\d+)(?:\/|$)/.exec(url.pathname)?.[1];
  return text === undefined ? null : Number(text);
}

function matches(fault: Fault, request: Request, url: URL): boolean {
  if (fault.method !== '*' && fault.method.toUpperCase() !== request.method) return false;
  if (!matchesPath(fault.path, url)) return false;
  return fault.orderId === undefined || fault.orderId === orderIdIn(url);
}

function untilClientLeaves(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const leave = () => reject(new ConnectionReset('the client left'));
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
  });
}

function scriptedAnswer(fault: Fault): Response {
  const { status = 200, body, bodyBase64 } = fault;
  const headers = new Headers(fault.headers);
  const say = (content: string | Uint8Array<ArrayBuffer> | null, contentType: string) => {
    if (content !== null && !headers.has('Content-Type')) headers.set('Content-Type', contentType);
    return new Response(content, { status, headers });
  };
  if (bodyBase64 !== undefined) {
    return say(new Uint8Array(Buffer.from(bodyBase64, 'base64')), 'application/octet-stream');
  }
  if (body === undefined) return say(null, '');
  if (typeof body === 'string') return say(body, 'text/html; charset=utf-8');
  return say(JSON.stringify(body), 'application/json');
}

/** Things that go wrong by request. A struck call changes nothing in the shop, except one that is `slow` or says `after`. */
export function createFaults(now: () => number, perMinute: () => number): Faults {
  let faults: { fault: Fault; left: number }[] = [];

  const tooMany = (fault: Fault) => {
    const seconds = Math.ceil((fault.ms ?? 1000) / 1000);
    return failure(
      429,
      { code: 'too_many_requests', message: 'Too Many Requests' },
      {
        'Retry-After': String(seconds),
        'X-RateLimit-Limit': String(perMinute()),
        'X-RateLimit-Remaining': '0',
        'X-RateLimit-Reset': String(Math.ceil(now() / 1000) + seconds),
      },
    );
  };

  const unavailable = () =>
    new Response('<html><head><title>503 Service Temporarily Unavailable</title></head></html>', {
      status: 503,
      headers: { 'Content-Type': 'text/html' },
    });

  /** The answer in place of the real one; null where that is only late. */
  const instead = async (fault: Fault, request: Request): Promise<Response | null> => {
    switch (fault.answer) {
      case '429':
        return tooMany(fault);
      case '503':
        return unavailable();
      case '500':
        return failure(500, { code: 'server_error', message: 'Internal Server Error' });
      case '422':
        return refusedWithoutReason();
      case '404':
        return notFound();
      case 'body':
        return scriptedAnswer(fault);
      case 'reset':
        await wait(fault.ms ?? 0, undefined, { ref: false });
        throw new ConnectionReset('the connection was reset');
      case 'hang':
        return untilClientLeaves(request.signal);
      case 'slow':
        await wait(fault.ms ?? 3000, undefined, { ref: false });
        return null;
    }
  };

  /** The fault that strikes, one time less from now on. */
  const strike = (request: Request): Fault | null => {
    const url = new URL(request.url);
    if (request.method === 'OPTIONS') return null;
    if (!services.some((service) => url.pathname.startsWith(service))) return null;
    const found = faults.find(({ fault }) => matches(fault, request, url));
    if (found === undefined) return null;
    found.left--;
    faults = faults.filter(({ left }) => left > 0);
    return found.fault;
  };

  return {
    list: () =>
      faults.map(({ fault, left }) =>
        fault.times === undefined ? fault : { ...fault, times: left },
      ),
    replace: (list) => {
      faults = list.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }));
    },
    answer: async (request, serve) => {
      const fault = strike(request);
      if (fault === null) return serve();
      const done = fault.after ? await serve() : null;
      return (await instead(fault, request)) ?? done ?? serve();
    },
  };
}
