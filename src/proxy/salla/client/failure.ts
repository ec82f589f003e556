import type { ProblemCode, RateLimitReason } from '../../../contract/problemCodes.ts';

interface FailureDetails {
  retryAfterSeconds?: number | undefined;
  reason?: RateLimitReason | undefined;
  fields?: Readonly<Record<string, string[]>> | undefined;
  sallaMessage?: string | undefined;
  refusedPairId?: string | undefined;
}

/**
 * A call to Salla that can't be answered with data. `code` is the problem that a caller sees,
 * `reason` says who is to be waited for where it is `rate_limited`, `fields` and `sallaMessage` are Salla's own words, `refusedPairId` names the tokens' pair that is of no use any more.
 * Never holds a token.
 */
export class SallaFailure extends Error {
  override readonly name = 'SallaFailure';
  readonly code: ProblemCode;
  readonly retryAfterSeconds: number | null;
  readonly reason: RateLimitReason | null;
  readonly fields: Readonly<Record<string, string[]>> | null;
  readonly sallaMessage: string | null;
  readonly refusedPairId: string | null;

  constructor(code: ProblemCode, details: FailureDetails = {}) {
    super(`Salla: ${code}`);
    this.code = code;
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
    this.reason = details.reason ?? (code === 'rate_limited' ? 'salla' : null);
    this.fields = details.fields ?? null;
    this.sallaMessage = details.sallaMessage ?? null;
    this.refusedPairId = details.refusedPairId ?? null;
  }
}

/**
 * The store's tokens were sealed under another SECRET_KEY than ours: one that is lost, and then only connecting the
 * store again helps, or one that is still to be set right. Salla has refused nothing.
 */
export class UnreadableTokens extends SallaFailure {
  constructor() {
    super('reconnect_store');
  }
}
