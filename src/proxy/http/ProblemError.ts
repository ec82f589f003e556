import type { ProblemCode, RateLimitReason } from '../../contract/problemCodes.ts';
import type { DetailKey } from '../i18n/words.ts';
import type { FieldText } from './fieldErrors.ts';

interface ProblemDetails {
  /** Where the code's own status does not fit, such as 405. */
  status?: number;
  /** A more exact detail than the code's own. */
  detail?: DetailKey;
  /** With `rate_limited`, and a `Retry-After` among the headers. */
  reason?: RateLimitReason;
  fields?: Readonly<Record<string, readonly FieldText[]>>;
  headers?: Readonly<Record<string, string>>;
}

/** Thrown by routes for an answer that is a problem; `fields` are still to be put in the reader's language. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
