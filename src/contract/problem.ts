import { z } from 'zod';

/** The codes a problem can have, and the HTTP status that goes with each. */
export const problemStatus = {
  invalid_fields: 422,
  bad_request: 400,
  unauthenticated: 401,
  token_rejected: 401,
  store_not_connected: 403,
  missing_scope: 403,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  reconnect_store: 409,
  too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  internal: 500,
  salla_unavailable: 502,
  salla_timeout: 504,
} as const;

export type ProblemCode = keyof typeof problemStatus;

/**
 * Why a `rate_limited` answer asks to wait: Salla refused a call and named a time; Salla, or the gateway before it, blocks
 * the app for a while; other calls of the store have spent what Salla takes in a minute; or many files are being uploaded.
 */
const rateLimitReasons = ['salla', 'salla_blocks', 'store_busy', 'uploads_busy'] as const;
export type RateLimitReason = (typeof rateLimitReasons)[number];

/** `application/problem+json` (RFC 9457). `detail` is for people, in the language of `Accept-Language`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
  fields: z.record(z.string(), z.array(z.string())).optional(),
  /** Salla's own words, where they help the person who reads them. */
  sallaMessage: z.string().optional(),
  /** With `rate_limited`, whose `Retry-After` says for how long. */
  reason: z.enum(rateLimitReasons).optional(),
});
export type Problem = z.infer<typeof Problem>;
