import { Readable } from 'node:stream';
import { Agent, type Dispatcher } from 'undici';
import {
  type SallaTransport,
  type TransportAnswer,
  TransportError,
  type TransportErrorKind,
  type TransportRequest,
} from './transport.ts';

const maximumAnswerBytes = 16 * 1024 * 1024;

/**
 * Salla over HTTP, on connections that are kept and reused per origin. Follows no redirect and repeats
 * nothing by itself. `close` waits for the calls under way.
 */
export function createHttpTransport(
  options: { maximumBytes?: number; connectTimeoutMs?: number } = {},
): { transport: SallaTransport; close(): Promise<void> } {
  const agent = new Agent({
    // As many connections as calls: each store's pace bounds its own, and no store's slow calls hold up another's.
    keepAliveTimeout: 10_000,
    // Each call has its own deadline for the whole; undici's timers for parts of it would be a second opinion.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: options.connectTimeoutMs ?? 10_000 },
  });
  const maximumBytes = options.maximumBytes ?? maximumAnswerBytes;
  return {
    transport: (request) =>
      new Promise((resolve, reject) => {
        new Call(request, maximumBytes, resolve, reject).start(agent);
      }),
    close: () => agent.close(),
  };
}

/** Written on undici's dispatch, which alone says when a request is put on the wire. */
class Call implements Dispatcher.DispatchHandler {
  readonly #request: TransportRequest;
  readonly #maximumBytes: number;
  readonly #resolve: (answer: TransportAnswer) => void;
  readonly #reject: (error: TransportError) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #onAbort = () => this.#stop('aborted');
  #controller: Dispatcher.DispatchController | null = null;
  #settled = false;
  #status = 0;
  #headers: Record<string, string | undefined> = {};
  #chunks: Buffer[] = [];
  #size = 0;

  constructor(
    request: TransportRequest,
    maximumBytes: number,
    resolve: (answer: TransportAnswer) => void,
    reject: (error: TransportError) => void,
  ) {
    this.#request = request;
    this.#maximumBytes = maximumBytes;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#timer = setTimeout(() => this.#stop('timeout'), request.timeoutMs);
  }

  start(agent: Agent): void {
    const { method, url, headers, body, signal } = this.#request;
    if (signal?.aborted) {
      this.#stop('aborted');
      return;
    }
    signal?.addEventListener('abort', this.#onAbort);
    const { origin, pathname, search } = new URL(url);
    agent.dispatch({ origin, path: pathname + search, method, ...sent(headers, body) }, this);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Given up while the connection was being opened: aborted here, nothing is written.
    if (this.#settled) controller.abort(new Error('given up'));
    else this.#controller = controller;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    this.#status = status;
    for (const [name, value] of Object.entries(headers)) {
      this.#headers[name] = Array.isArray(value) ? value[0] : value;
    }
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > this.#maximumBytes) this.#stop('too_large');
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (!this.#settle()) return;
    const [first, ...rest] = this.#chunks;
    const body = first !== undefined && rest.length === 0 ? first : Buffer.concat(this.#chunks);
    this.#resolve({ status: this.#status, headers: this.#headers, body });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const kind = this.#controller === null ? 'connect' : 'reset';
    this.#fail(kind, 'code' in error && typeof error.code === 'string' ? error.code : undefined);
  }

  #stop(kind: TransportErrorKind): void {
    this.#fail(kind);
    this.#controller?.abort(new Error(kind));
  }

  #fail(kind: TransportErrorKind, detail?: string): void {
    if (!this.#settle()) return;
    this.#reject(new TransportError(this.#request, kind, this.#controller !== null, detail));
  }

  #settle(): boolean {
    if (this.#settled) return false;
    this.#settled = true;
    clearTimeout(this.#timer);
    this.#request.signal?.removeEventListener('abort', this.#onAbort);
    return true;
  }
}

/** Pieces go out one by one as the connection takes them, under a length that is said before. */
function sent(
  headers: TransportRequest['headers'],
  body: TransportRequest['body'],
): Pick<Dispatcher.DispatchOptions, 'headers' | 'body'> {
  if (typeof body !== 'object') return { headers: { ...headers }, body: body ?? null };
  return {
    headers: { ...headers, 'content-length': String(body.size) },
    body: Readable.from(body.chunks, { objectMode: false }),
  };
}
