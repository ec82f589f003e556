import { ProblemError } from './ProblemError.ts';

/**
 * The body's bytes. Throws `too_large` as soon as there are more than `maximum`, whatever the length was said
 * to be, `unsupported_media_type` where they are compressed, and `bad_request` where the caller leaves before the end
 * of it.
 */
export async function readBodyText(request: Request, maximum: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const tooLarge = new ProblemError('too_large');
  for await (const chunk of bodyChunks(request, maximum, tooLarge)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The same, piece by piece as they come. Throws `tooLarge` for more than `maximum`. */
export async function* bodyChunks(
  request: Request,
  maximum: number,
  tooLarge: ProblemError,
): AsyncGenerator<Uint8Array, void, undefined> {
  // Unpacked, a few bytes may be gigabytes.
  const encoding = request.headers.get('content-encoding') || 'identity';
  if (encoding.toLowerCase() !== 'identity') throw encoded();
  if (Number(request.headers.get('content-length') ?? 0) > maximum) throw tooLarge;
  if (request.body === null) return;
  let size = 0;
  try {
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      if (size > maximum) throw tooLarge;
      yield chunk;
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError('bad_request', { detail: 'cut_off' });
  }
}

function encoded(): ProblemError {
  const headers = { 'Accept-Encoding': 'identity' };
  return new ProblemError('unsupported_media_type', { detail: 'not_encoded', headers });
}
