import type { ApiCall } from '../../contract/endpoints.ts';
import { answered, type CallOptions, headersOf, holdingPage, readBody } from './api.ts';

export interface UploadOptions extends CallOptions {
  /** In bytes, what stands around the files included. Told a last time when all of them have left. */
  onProgress?: (progress: { sent: number; total: number }) => void;
}

/**
 * Posts a form with files and tells how far it is, which `fetch` can't. Throws as `api` does: `ProblemError`,
 * and `AbortError` where the signal took it back.
 */
export async function upload<Answer, Body>(
  { path }: ApiCall<Answer, Body>,
  body: FormData,
  options: UploadOptions = {},
): Promise<Answer> {
  const answer = await answered(holdingPage(send(path, body, options)), 0);
  return readBody(answer);
}

function send(path: string, body: FormData, options: UploadOptions): Promise<Response> {
  const { idempotencyKey, signal, onProgress } = options;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const takenBack = () => reject(new DOMException('The upload was taken back.', 'AbortError'));
    if (signal?.aborted) return takenBack();
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    const tell = ({ loaded: sent, total }: ProgressEvent) => onProgress?.({ sent, total });
    request.upload.onprogress = tell;
    request.upload.onload = tell;
    request.onabort = takenBack;
    request.onerror = () => reject(new TypeError('The connection failed.'));
    request.onload = () => resolve(responseOf(request));
    request.open('POST', path);
    for (const [name, value] of Object.entries(headersOf(idempotencyKey))) {
      request.setRequestHeader(name, value);
    }
    request.send(body);
  });
}

type Answered = Pick<XMLHttpRequest, 'status' | 'responseText' | 'getAllResponseHeaders'>;

/** What came, as `fetch` would have given it. */
export function responseOf(request: Answered): Response {
  const lines = request.getAllResponseHeaders().split('\r\n');
  const headers = new Headers();
  for (const [, name, value] of lines.map((line) => /^([^:]+): ?(.*)$/.exec(line) ?? [])) {
    if (name !== undefined && value !== undefined) headers.append(name, value);
  }
  return new Response(request.responseText || null, { status: request.status, headers });
}
