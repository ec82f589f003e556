import { parseNumber } from '../parse/parseNumber.ts';
import { SallaFailure } from './failure.ts';
import { parseObject, parseRefusal } from './refusal.ts';
import type { TransportAnswer, TransportError } from './transport.ts';

/** How long a store stays away after "blocked for too many errors", where Salla names no time. */
const blockedSeconds = 60;

/** Statuses of a gateway that did not reach Salla. After 520 and 524 it may have (Salla: gateway pages). */
const neverReached: readonly number[] = [503, 521, 522, 523, 525, 526, 530];

/** What these say is clear, whoever says it. */
const clearFromAnybody: readonly number[] = [408, 409, 413, 422, 429];

export function isSuccess(answer: TransportAnswer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

/**
 * Whether a 4xx is the page of a gateway that blocked, challenged or lost the call before Salla saw it: Salla itself
 * answers in JSON. Nothing was decided.
 */
export function isFromGateway(answer: TransportAnswer): boolean {
  const { status, headers, body } = answer;
  if (status < 400 || status > 499 || clearFromAnybody.includes(status)) return false;
  const json = parseObject(answer);
  if (json !== null) return json.cloudflare_error === true;
  // Of a 403 Salla always says why.
  if (status === 403) return true;
  return /^\s*</.test(String(body)) || /text\/html/i.test(headers['content-type'] ?? '');
}

/** Whether a 5xx says that the call did not reach Salla, so that it may be made again. */
export function hasNotReachedSalla({ status }: Pick<TransportAnswer, 'status'>): boolean {
  return neverReached.includes(status);
}

/** A 401 has three causes, told apart by the message alone; only a token's end is mended by a refresh. */
export function parseUnauthorized(answer: TransportAnswer): 'token' | 'scope' | 'user' {
  const message = parseRefusal(answer).message ?? '';
  if (/scope/i.test(message)) return 'scope';
  const isUser = /\b(user|account|merchant|store)\b|مستخدم|حساب|متجر/i.test(message);
  const isGone =
    /inactive|deleted|disabled|suspended|not active|غير نشط|غير مفعل|معطل|موقوف|محذوف/i;
  return isUser && isGone.test(message) ? 'user' : 'token';
}

/** "Blocked for too many errors for a while" comes as a 403, and so does what a gateway blocks. */
export function isBlocked(answer: TransportAnswer): boolean {
  if (answer.status !== 403) return false;
  if (isFromGateway(answer)) return true;
  const said = JSON.stringify(parseObject(answer));
  return /blocked|banned|too.?many|rate.?limit|محظور|حظر/i.test(said);
}

/** A store is not shut out for a day, or for good, by one header that says so. */
const longestRetryAfterSeconds = 5 * 60;

/** Seconds that Salla told us to stay away, null where it did not. `nowMs` is epoch ms. */
export function parseBackoff(answer: TransportAnswer, nowMs: number): number | null {
  const blocked = isBlocked(answer);
  if (answer.status !== 429 && !blocked) return null;
  const named = parseRetryAfter(answer, nowMs);
  // A block that is over at once is none, and trying on at once would only prolong it.
  if (blocked) return named === null || named === 0 ? blockedSeconds : named;
  if (named !== null) return named;
  const reset = parseNumber(answer.headers['x-ratelimit-reset']);
  // Past the limit one request a second still passes, so a second is worth trying without a time.
  return reset === null ? 1 : Math.min(60, Math.max(1, Math.ceil(reset - nowMs / 1000)));
}

/** `Retry-After` in seconds: a number of them, or a date. More than five minutes is taken for five. */
export function parseRetryAfter(answer: TransportAnswer, nowMs: number): number | null {
  const text = answer.headers['retry-after'];
  if (text === undefined) return null;
  const seconds = parseNumber(text) ?? (Date.parse(text) - nowMs) / 1000;
  if (!Number.isFinite(seconds)) return null;
  return Math.min(longestRetryAfterSeconds, Math.max(0, Math.ceil(seconds)));
}

/** The failure that an answer other than 2xx stands for. */
export function failureOf(answer: TransportAnswer, nowMs: number): SallaFailure {
  const { message, fields } = parseRefusal(answer);
  const details = {
    sallaMessage: message ?? undefined,
    fields: fields ?? undefined,
    retryAfterSeconds: parseBackoff(answer, nowMs) ?? parseRetryAfter(answer, nowMs) ?? undefined,
    reason: isBlocked(answer) ? ('salla_blocks' as const) : undefined,
  };
  if (isFromGateway(answer) && answer.status !== 403) {
    return new SallaFailure('salla_unavailable', details);
  }
  switch (answer.status) {
    case 400:
      return new SallaFailure('bad_request', details);
    case 401:
      return new SallaFailure(
        parseUnauthorized(answer) === 'scope' ? 'missing_scope' : 'reconnect_store',
        details,
      );
    case 403:
      return new SallaFailure(isBlocked(answer) ? 'rate_limited' : 'forbidden', details);
    case 404:
      return new SallaFailure('not_found', details);
    case 422:
      return new SallaFailure('invalid_fields', details);
    case 429:
      return new SallaFailure('rate_limited', details);
    default:
      return new SallaFailure('salla_unavailable', details);
  }
}

/** The failure that a call without a whole answer stands for. */
export function failureOfTransport(error: TransportError): SallaFailure {
  return new SallaFailure(error.kind === 'timeout' ? 'salla_timeout' : 'salla_unavailable');
}
