import { z } from 'zod';
import { rateLimitReasons } from './problemCodes.ts';

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
