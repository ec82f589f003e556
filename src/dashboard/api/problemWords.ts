import type { RateLimitReason } from '../../contract/problemCodes.ts';
import { type FailureCode, isFailureCode, ProblemError } from './ProblemError.ts';

/** The names of the words for a failure: the API's codes, and those that depend on more than the code. */
export type ProblemWords =
  | Exclude<FailureCode, 'invalid_fields'>
  | 'unreachable'
  | 'refused_read'
  | (typeof limitWords)[RateLimitReason];

/** Who is to be waited for: Salla is named only where it asked for that itself. */
const limitWords = {
  salla: 'salla_asks',
  salla_blocks: 'salla_blocks',
  store_busy: 'store_busy',
  uploads_busy: 'uploads_busy',
} as const satisfies Record<RateLimitReason, string>;

/** What to say of something that could not be shown. */
export function problemWords(error: unknown): ProblemWords {
  if (!(error instanceof ProblemError) || !isFailureCode(error.code)) return 'internal';
  // The device has a connection, so it is not that one that is missing.
  if (error.code === 'offline') return navigator.onLine ? 'unreachable' : 'offline';
  const { reason } = error.problem;
  if (error.code === 'rate_limited' && reason !== undefined && Object.hasOwn(limitWords, reason)) {
    return limitWords[reason];
  }
  // Whoever looks at a page has entered nothing that could be marked.
  return error.code === 'invalid_fields' ? 'refused_read' : error.code;
}
