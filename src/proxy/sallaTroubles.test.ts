import { describe, expect, it } from 'vitest';
import { type TransportAnswer, TransportError } from './salla/client/transport.ts';
import { openInstalledApp } from './testing/testApp.ts';

const answerOf = (status: number, body: string, headers = {}): TransportAnswer => ({
  status,
  headers,
  body,
});
const errorOf = (status: number, message: string, headers = {}) =>
  answerOf(status, JSON.stringify({ status, success: false, error: { message } }), headers);

const request = { method: 'GET', url: 'http://salla.test/admin/v2/orders/invoices' } as const;
const thrown = (error: TransportError) => () => Promise.reject(error);
const answered = (answer: TransportAnswer) => () => Promise.resolve(answer);

const scopeMessage =
  'The access token should have access to one of those scopes: orders.read_write';

/** What Salla does to a read, and the status and code that come of it. */
const troubles = {
  'takes longer than 30 s': [
    thrown(new TransportError(request, 'timeout', true)),
    504,
    'salla_timeout',
  ],
  'is not there': [thrown(new TransportError(request, 'connect', false)), 502, 'salla_unavailable'],
  'breaks the connection': [
    thrown(new TransportError(request, 'reset', true)),
    502,
    'salla_unavailable',
  ],
  'answers HTML': [answered(answerOf(200, '<html>Bad gateway</html>')), 502, 'salla_unavailable'],
  'answers half a JSON': [answered(answerOf(200, '{"status":200,"da')), 502, 'salla_unavailable'],
  'answers nothing': [answered(answerOf(200, '')), 502, 'salla_unavailable'],
  'answers a list that is none': [answered(answerOf(200, '{"data":{}}')), 502, 'salla_unavailable'],
  'answers 500': [answered(errorOf(500, 'Server Error')), 502, 'salla_unavailable'],
  'answers 503 in HTML': [answered(answerOf(503, '<html></html>')), 502, 'salla_unavailable'],
  'wants another scope': [answered(errorOf(401, scopeMessage)), 403, 'missing_scope'],
  'answers 403': [answered(errorOf(403, 'Forbidden')), 403, 'forbidden'],
  'answers 404': [answered(errorOf(404, 'Not found')), 404, 'not_found'],
  'answers 422': [answered(errorOf(422, 'alert.invalid_fields')), 422, 'invalid_fields'],
  'asks for patience': [
    answered(errorOf(429, 'Too Many Requests', { 'retry-after': '40' })),
    429,
    'rate_limited',
  ],
} as const;

describe('when Salla', () => {
  it.each(Object.entries(troubles))(
    '%s, the answer says so in both languages',
    async (_, trouble) => {
      const [outcome, status, code] = trouble;
      const desk = await openInstalledApp({
        between: (onward) => (asked) =>
          asked.url.includes('/orders/invoices') ? outcome() : onward(asked),
      });
      const staff = await desk.openFrame();
      const english = await staff.get('/api/invoices');
      const arabic = await staff.get('/api/invoices', { 'Accept-Language': 'ar' });
      for (const { headers, body } of [english, arabic]) {
        expect(headers.get('Content-Type')).toBe('application/problem+json');
        expect(body).toMatchObject({ status, code, requestId: headers.get('X-Request-Id') });
      }
      expect([english.status, arabic.status]).toEqual([status, status]);
      expect(english.body.detail).toMatch(/^[^\u0600-\u06ff]+$/);
      expect(arabic.body.title + arabic.body.detail).toMatch(/[\u0600-\u06ff]/);
      expect(arabic.body.detail).not.toBe(english.body.detail);
    },
  );

  it('asks for patience, a caller is told for how long', async () => {
    const desk = await openInstalledApp();
    const staff = await desk.openFrame();
    desk.sandbox.setFaults([
      { method: 'GET', path: '/admin/v2/orders/invoices', answer: '429', ms: 40_000 },
    ]);
    const answer = await staff.get('/api/invoices');
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThanOrEqual(39);
  });

  it('has revoked the store’s tokens, everything says that it has to be connected again', async () => {
    const desk = await openInstalledApp();
    const staff = await desk.openFrame();
    await desk.vault.markRevoked(1305146709);
    for (const path of ['/api/invoices', '/api/orders?q=a', '/api/orders/1', '/api/invoices/1']) {
      const answer = await staff.get(path);
      expect([answer.status, answer.body.code]).toEqual([409, 'reconnect_store']);
    }
  });
});
