import { SallaFailure } from './failure.ts';
import { readNumber } from './readNumber.ts';
import { readText } from './text.ts';
import type { TransportAnswer, TransportError } from './transport.ts';
import { WireError } from './wire.ts';

/** How long a store stays away after "blocked for too many errors", where Salla names no time. */
const blockedSeconds = 60;

/** What a request field of Salla's is called in our API, where that is another name. */
const ourNames: ReadonlyMap<string, string> = new Map([
  ['from_date', 'from'],
  ['to_date', 'to'],
  ['order_id', 'orderId'],
  ['per_page', 'perPage'],
  ['data_type', 'dataType'],
  ['invoice_number', 'invoiceNumber'],
  ['sub_total', 'subTotal'],
  ['shipping_cost', 'shippingCost'],
  ['cash_on_delivery_cost', 'cashOnDeliveryCost'],
  ['tax_value', 'taxValue'],
  ['invoice_provider', 'invoiceProvider'],
]);

/** The body as JSON; undefined where it is HTML, cut off or empty. */
export function readJson(answer: Pick<TransportAnswer, 'body'>): unknown {
  try {
    return JSON.parse(String(answer.body));
  } catch {
    // Gateways answer in HTML and broken connections in halves: the caller decides what that means.
    return undefined;
  }
}

export function isSuccess(answer: TransportAnswer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

/** Salla's own words about a refusal; `fields` is null where it names none that can be read (Salla: Errors, rate limits). */
export function readRefusal(answer: TransportAnswer): {
  message: string | null;
  fields: Record<string, string[]> | null;
} {
  const parsed = WireError.safeParse(readJson(answer));
  if (!parsed.success) return { message: null, fields: null };
  const { message, fields } = parsed.data.error;
  return { message: readText(message), fields: readFields(fields ?? {}) };
}

function readFields(fields: Readonly<Record<string, unknown>>): Record<string, string[]> | null {
  const ours = Object.entries(fields).flatMap(([name, said]) => {
    const reasons = [said].flat().filter((reason) => typeof reason === 'string');
    return reasons.length === 0 ? [] : [[ourNames.get(name) ?? name, reasons] as const];
  });
  return ours.length === 0 ? null : Object.fromEntries(ours);
}

/** A 401 has three causes, told apart by the message alone; only a token's end is mended by a refresh. */
export function readUnauthorized(answer: TransportAnswer): 'token' | 'scope' | 'user' {
  const message = readRefusal(answer).message ?? '';
  if (/scope/i.test(message)) return 'scope';
  const isUser = /\b(user|account|merchant|store)\b|مستخدم|حساب|متجر/i.test(message);
  const isGone =
    /inactive|deleted|disabled|suspended|not active|غير نشط|غير مفعل|معطل|موقوف|محذوف/i;
  return isUser && isGone.test(message) ? 'user' : 'token';
}

/** "Blocked for too many errors for a while" comes as a 403. */
function isBlocked(answer: TransportAnswer): boolean {
  return /blocked|too many|محظور|حظر/i.test(readRefusal(answer).message ?? '');
}

/** A store is not shut out for a day, or for good, by one header that says so. */
const longestRetryAfterSeconds = 5 * 60;

/** Seconds that Salla told us to stay away, null where it did not. `nowMs` is epoch ms. */
export function readStayAway(answer: TransportAnswer, nowMs: number): number | null {
  const blocked = answer.status === 403 && isBlocked(answer);
  if (answer.status !== 429 && !blocked) return null;
  const named = readRetryAfter(answer, nowMs);
  if (named !== null) return named;
  if (blocked) return blockedSeconds;
  const reset = readNumber(answer.headers['x-ratelimit-reset']);
  // Past the limit one request a second still passes, so a second is worth trying without a time.
  return reset === null ? 1 : Math.min(60, Math.max(1, Math.ceil(reset - nowMs / 1000)));
}

/** `Retry-After` in seconds: a number of them, or a date. More than five minutes is taken for five. */
export function readRetryAfter(answer: TransportAnswer, nowMs: number): number | null {
  const text = answer.headers['retry-after'];
  if (text === undefined) return null;
  const seconds = readNumber(text) ?? (Date.parse(text) - nowMs) / 1000;
  if (!Number.isFinite(seconds)) return null;
  return Math.min(longestRetryAfterSeconds, Math.max(0, Math.ceil(seconds)));
}

/** The failure that an answer other than 2xx stands for. */
export function failureOf(answer: TransportAnswer, nowMs: number): SallaFailure {
  const { message, fields } = readRefusal(answer);
  const details = {
    sallaMessage: message ?? undefined,
    fields: fields ?? undefined,
    retryAfterSeconds: readStayAway(answer, nowMs) ?? readRetryAfter(answer, nowMs) ?? undefined,
  };
  switch (answer.status) {
    case 400:
      return new SallaFailure('bad_request', details);
    case 401:
      return new SallaFailure(
        readUnauthorized(answer) === 'scope' ? 'missing_scope' : 'reconnect_store',
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
