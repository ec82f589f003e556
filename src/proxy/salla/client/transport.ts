/** Bytes in pieces, and how many they are together. */
export interface ByteChunks {
  readonly chunks: readonly Uint8Array[];
  readonly size: number;
}

/** What is sent, as often as it is needed: a call is made again after a refresh of the token. */
export type TransportBody = string | ByteChunks;

/** One call to Salla. `timeoutMs` is for the whole of it: connection, request and answer. */
export interface TransportRequest {
  method: 'GET' | 'POST';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: TransportBody | undefined;
  signal?: AbortSignal | undefined;
  timeoutMs: number;
}

/** Header names in lower case. */
export interface TransportAnswer {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  /** UTF-8, as text or still as bytes: who has read the same bytes before need not decode them again. */
  body: string | Buffer;
}

export type SallaTransport = (request: TransportRequest) => Promise<TransportAnswer>;

export type TransportErrorKind = 'connect' | 'reset' | 'timeout' | 'aborted' | 'too_large';

/**
 * No whole answer came. `sent` says whether the request may have left: false means that Salla has seen
 * nothing of it. The message names method and path only, for query, headers and body may hold secrets.
 */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly kind: TransportErrorKind;
  readonly sent: boolean;

  constructor(
    request: Pick<TransportRequest, 'method' | 'url'>,
    kind: TransportErrorKind,
    sent: boolean,
    detail?: string,
  ) {
    const { origin, pathname } = new URL(request.url);
    const reason = detail === undefined ? kind : `${kind} (${detail})`;
    super(`${request.method} ${origin}${pathname}: ${reason}${sent ? '' : ', nothing was sent'}`);
    this.kind = kind;
    this.sent = sent;
  }
}
