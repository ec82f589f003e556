import type { MiddlewareHandler } from 'hono';
import { ProblemError } from './ProblemError.ts';
import { mediaType } from './parseRequest.ts';
import type { RequestEnv } from './requestEnv.ts';

const retryAfterSeconds = '5';

/**
 * Takes forms as long as all that are under way fit into `roomBytes` of memory: each until it is answered, with the
 * length that it says, and without one with `mostBytes`, the most that is read of it. Throws `rate_limited` before a
 * byte of it is read.
 */
export function limitUploads(roomBytes: number, mostBytes: number): MiddlewareHandler<RequestEnv> {
  let free = roomBytes;
  return async (context, next) => {
    if (mediaType(context) !== 'multipart/form-data') return next();
    const said = Number(context.req.header('content-length') ?? mostBytes);
    const bytes = Math.min(said, mostBytes);
    if (bytes > free) {
      const headers = { 'Retry-After': retryAfterSeconds };
      throw new ProblemError('rate_limited', { reason: 'uploads_busy', headers });
    }
    free -= bytes;
    try {
      await next();
    } finally {
      free += bytes;
    }
  };
}
