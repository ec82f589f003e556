import { ProblemError } from '../problems/ProblemError.ts';

/**
 * The body's bytes. Throws `too_large` as soon as there are more than `maximum`, whatever the length was said
 * to be, and `bad_request` where the caller leaves before the end of it.
 */
export async function readBody(request: Request, maximum: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maximum) {
    throw new ProblemError('too_large');
  }
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      if (size > maximum) throw new ProblemError('too_large');
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError('bad_request', { detail: 'cut_off' });
  }
  return Buffer.concat(chunks);
}
