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
 * Why a `rate_limited` answer asks to wait. `salla`: Salla refused a call and named a time. `salla_blocks`: Salla, or the
 * gateway before it, blocks the app for a while. `store_busy`: other calls of the store used up Salla's minute.
 * `uploads_busy`: too many files are being uploaded.
 */
export const rateLimitReasons = ['salla', 'salla_blocks', 'store_busy', 'uploads_busy'] as const;
export type RateLimitReason = (typeof rateLimitReasons)[number];
