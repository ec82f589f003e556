import { describe, expect, it } from 'vitest';
import { SallaFailure, UnreadableTokens } from './failure.ts';
import { toSendOutcome, toSendOutcomeOfError } from './sendOutcome.ts';
import { TransportError } from './transport.ts';

const now = Date.parse('2026-03-10T09:00:00Z');
const call = {
  method: 'POST',
  url: 'https://api.salla.dev/admin/v2/orders/1/send-invoice',
} as const;

function outcomeOf(status: number, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return toSendOutcome({ status, headers, body: text, pairId: 'a pair' }, now);
}
const refusal = (message: string, fields?: Record<string, string[]>) => ({
  success: false,
  error: { code: 'error', message, fields },
});

describe('what an answer to a send means', () => {
  it.each([
    ['a 200 with its message', 200, { status: 200, success: true, data: { message: 'تم' } }, 'تم'],
    ['a 201 without data', 201, { success: true }, null],
    ['a 202 with an odd message', 202, { success: true, data: { message: 7 } }, null],
  ])('sent: %s', (_what, status, body, message) => {
    expect(outcomeOf(status, body)).toEqual({ outcome: 'sent', message });
  });

  it.each([
    ['a 200 that is HTML', 200, '<html>'],
    ['a 200 cut in half', 200, '{"status":200,"succ'],
    ['an empty 200', 200, ''],
    ['a 200 that says no', 200, { success: false }],
    ['a 500', 500, refusal('Internal Server Error')],
    ['a 502', 502, '<html>'],
    ['a 504', 504, '<html>'],
    ['a 520', 520, '<html>'],
    ['a 524', 524, '<html>'],
    ['a redirect', 302, ''],
  ])('unconfirmed: %s may have gone out', (_what, status, body) => {
    expect(outcomeOf(status, body)).toMatchObject({
      outcome: 'unconfirmed',
      reason: 'salla_error',
    });
  });

  it.each([
    ['a 503', 503, {}, { reason: 'unavailable', retryAfterSeconds: null }],
    [
      'a 503 with a time',
      503,
      { 'retry-after': '20' },
      { reason: 'unavailable', retryAfterSeconds: 20 },
    ],
    ['a 429', 429, { 'retry-after': '7' }, { reason: 'rate_limited', retryAfterSeconds: 7 }],
    [
      'a 429 with a date',
      429,
      { 'retry-after': 'Tue, 10 Mar 2026 09:00:30 GMT' },
      { reason: 'rate_limited', retryAfterSeconds: 30 },
    ],
    [
      'a 429 that names the reset',
      429,
      { 'x-ratelimit-reset': String(now / 1000 + 12) },
      { reason: 'rate_limited', retryAfterSeconds: 12 },
    ],
    ['a bare 429', 429, {}, { reason: 'rate_limited', retryAfterSeconds: 1 }],
    ['a gateway’s 403', 403, {}, { reason: 'rate_limited', retryAfterSeconds: 60 }],
    [
      'a gateway’s 403 with a time',
      403,
      { 'retry-after': '20' },
      { reason: 'rate_limited', retryAfterSeconds: 20 },
    ],
    [
      'a gateway’s 403 that is over at once',
      403,
      { 'retry-after': '0' },
      { reason: 'rate_limited', retryAfterSeconds: 60 },
    ],
    ['a gateway’s 404', 404, {}, { reason: 'unavailable', retryAfterSeconds: null }],
    ['a gateway’s 401', 401, {}, { reason: 'unavailable', retryAfterSeconds: null }],
  ])('not sent: %s may be tried again', (_what, status, headers, expected) => {
    expect(outcomeOf(status, '<html>', headers)).toEqual({ outcome: 'not_sent', ...expected });
  });

  it.each([521, 522, 523, 525, 526, 530])('not sent: a %d never reached Salla', (status) => {
    expect(outcomeOf(status, '<html>', { 'retry-after': '20' })).toEqual({
      outcome: 'not_sent',
      reason: 'unavailable',
      retryAfterSeconds: 20,
    });
  });

  it.each([
    refusal('You have been blocked for too many errors'),
    { message: 'made up: too many errors, blocked for a while' },
    { error: 'blocked' },
    'blocked',
    '',
  ])('not sent: blocked for too many errors, as %j', (body) => {
    expect(outcomeOf(403, body)).toEqual({
      outcome: 'not_sent',
      reason: 'rate_limited',
      retryAfterSeconds: 60,
    });
  });

  it.each([
    ['no such order', 404, refusal('not found'), 'not_found'],
    ['not allowed', 403, refusal('Forbidden'), 'forbidden'],
    [
      'a missing scope',
      401,
      refusal('The access token should have access to one of those scopes: orders.read_write'),
      'forbidden',
    ],
    ['a token that Salla still refuses', 401, refusal('The access token is invalid'), 'reconnect'],
    ['a deleted user', 401, refusal('The user has been deleted'), 'reconnect'],
    ['a missing email', 422, refusal('The email field is required.'), 'no_email'],
    ['a missing email in Arabic', 422, refusal('حقل البريد الإلكتروني مطلوب'), 'no_email'],
    [
      'a missing email by its field',
      422,
      refusal('alert.invalid_fields', { email: ['مطلوب'] }),
      'no_email',
    ],
    [
      'a missing email at the top level',
      422,
      { message: '?', errors: { email: ['?'] } },
      'no_email',
    ],
    ['any other refusal', 422, refusal('حصل خطأ غير متوقع'), 'refused'],
    ['a bad request', 400, refusal('?'), 'refused'],
    ['a 422 that is HTML', 422, '<html>', 'refused'],
  ])('failed: %s', (_what, status, body, reason) => {
    expect(outcomeOf(status, body)).toMatchObject({ outcome: 'failed', reason });
  });

  it("hands on Salla's own words, those of the fields before its code for them", () => {
    expect(outcomeOf(422, refusal('حصل خطأ'))).toMatchObject({ message: 'حصل خطأ' });
    const fields = { order: ['هنالك فاتورة مسبقة'], type: ['غير صالح'] };
    expect(outcomeOf(422, refusal('alert.invalid_fields', fields))).toMatchObject({
      message: 'هنالك فاتورة مسبقة غير صالح',
    });
    const atTopLevel = { message: 'no', errors: { email: ['an email is needed'] } };
    expect(outcomeOf(422, atTopLevel)).toMatchObject({ message: 'an email is needed' });
    expect(outcomeOf(422, { error: 'no' })).toMatchObject({ message: 'no' });
  });
});

describe('what it means that no answer came', () => {
  it.each([
    ['connect', false, { outcome: 'not_sent', reason: 'no_connection' }],
    ['timeout', false, { outcome: 'not_sent', reason: 'no_connection' }],
    ['timeout', true, { outcome: 'unconfirmed', reason: 'timeout' }],
    ['reset', true, { outcome: 'unconfirmed', reason: 'interrupted' }],
    ['aborted', true, { outcome: 'unconfirmed', reason: 'interrupted' }],
    ['too_large', true, { outcome: 'unconfirmed', reason: 'salla_error' }],
  ] as const)('%s, left: %s', (kind, sent, expected) => {
    expect(toSendOutcomeOfError(new TransportError(call, kind, sent))).toMatchObject(expected);
  });

  it.each([
    ['reconnect_store', { outcome: 'failed', reason: 'reconnect' }],
    ['store_not_connected', { outcome: 'failed', reason: 'reconnect' }],
    ['salla_unavailable', { outcome: 'not_sent', reason: 'unavailable' }],
    ['salla_timeout', { outcome: 'not_sent', reason: 'unavailable' }],
  ] as const)('for want of a token: %s', (code, expected) => {
    expect(toSendOutcomeOfError(new SallaFailure(code))).toMatchObject(expected);
  });

  it('stops nothing where the tokens can’t be opened: a wrong SECRET_KEY is ours to set right', () => {
    expect(toSendOutcomeOfError(new UnreadableTokens())).toMatchObject({
      outcome: 'not_sent',
      reason: 'unavailable',
    });
  });

  it('does not hide a mistake of ours', () => {
    expect(() => toSendOutcomeOfError(new TypeError('x is not a function'))).toThrow(TypeError);
  });
});
