import { parseText } from '../parse/text.ts';
import { WireSent } from '../parse/wire.ts';
import {
  hasNotReachedSalla,
  isFromGateway,
  isSuccess,
  parseBackoff,
  parseRetryAfter,
  parseUnauthorized,
} from './answers.ts';
import type { CallAnswer } from './call.ts';
import { SallaFailure, UnreadableTokens } from './failure.ts';
import { parseJsonText, parseRefusal, type Refusal } from './refusal.ts';
import { TransportError } from './transport.ts';
import type { SendOutcome } from './types.ts';

/** What an answer to send-invoice means. Only what says for certain that no email went out may be tried again. */
export function toSendOutcome(answer: CallAnswer, nowMs: number): SendOutcome {
  const refusal = parseRefusal(answer);
  const message = reasonInWords(refusal);
  const failed = (reason: 'not_found' | 'refused' | 'forbidden' | 'no_email') =>
    ({ outcome: 'failed', reason, message }) as const;

  if (isSuccess(answer)) {
    const sent = WireSent.safeParse(parseJsonText(answer));
    if (sent.success) return { outcome: 'sent', message: parseText(sent.data.data?.message) };
    return { outcome: 'unconfirmed', reason: 'salla_error', message: refusal.message };
  }
  const stayAway = parseBackoff(answer, nowMs);
  if (stayAway !== null) {
    return { outcome: 'not_sent', reason: 'rate_limited', retryAfterSeconds: stayAway };
  }
  if (hasNotReachedSalla(answer) || isFromGateway(answer)) {
    const retryAfterSeconds = parseRetryAfter(answer, nowMs);
    return { outcome: 'not_sent', reason: 'unavailable', retryAfterSeconds };
  }
  switch (answer.status) {
    case 401:
      if (parseUnauthorized(answer) === 'scope') return failed('forbidden');
      return { outcome: 'failed', reason: 'reconnect', message, refusedPairId: answer.pairId };
    case 403:
      return failed('forbidden');
    case 404:
      return failed('not_found');
    case 408:
      return { outcome: 'unconfirmed', reason: 'timeout', message: refusal.message };
    case 422:
      return failed(isAboutEmail(refusal) ? 'no_email' : 'refused');
    default:
      if (answer.status >= 400 && answer.status < 500) return failed('refused');
      return { outcome: 'unconfirmed', reason: 'salla_error', message: refusal.message };
  }
}

/** What it means that there is no answer, or no token to ask with. Throws what is neither. */
export function toSendOutcomeOfError(error: unknown): SendOutcome {
  if (error instanceof TransportError) {
    if (!error.sent) {
      return { outcome: 'not_sent', reason: 'no_connection', retryAfterSeconds: null };
    }
    const reason =
      error.kind === 'timeout'
        ? 'timeout'
        : error.kind === 'too_large'
          ? 'salla_error'
          : 'interrupted';
    return { outcome: 'unconfirmed', reason, message: null };
  }
  if (!(error instanceof SallaFailure)) throw error;
  const isRefused = error.code === 'reconnect_store' || error.code === 'store_not_connected';
  if (isRefused && !(error instanceof UnreadableTokens)) {
    const { sallaMessage: message, refusedPairId } = error;
    return { outcome: 'failed', reason: 'reconnect', message, refusedPairId };
  }
  // Without a good token nothing left; the refresh can be tried again, and a wrong SECRET_KEY be set right.
  const { retryAfterSeconds } = error;
  return { outcome: 'not_sent', reason: 'unavailable', retryAfterSeconds };
}

function isAboutEmail({ message, fields }: Refusal): boolean {
  const words = [message ?? '', ...Object.entries(fields ?? {}).flat(2)];
  return words.some((word) => /e-?mail|بريد|ايميل|إيميل/i.test(word));
}

/** "alert.invalid_fields" says nothing to a person; the fields' own reasons do. */
function reasonInWords({ message, fields }: Refusal): string | null {
  const reasons = Object.values(fields ?? {}).flat();
  return reasons.length > 0 ? reasons.join(' ') : message;
}
