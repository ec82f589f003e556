import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../contract/problem.ts';
import { openInstalledApp } from './testing/testApp.ts';

const paths = [
  '/api/session',
  '/api/store',
  '/api/invoices',
  '/api/invoices/1',
  '/api/orders',
  '/api/orders/1',
  '/api/orders/1/print',
  '/api/deliveries',
  '/api/deliveries/x',
  '/api/deliveries/x/retry',
  '/api/deliveries/x/cancel',
  '/api/deliveries/x/resolve',
  '/api/deliveries/batches',
  '/auth/login',
  '/auth/callback',
  '/webhooks/salla',
  '/healthz',
  '/readyz',
  '/metrics',
];
const names = ['from', 'to', 'orderId', 'page', 'perPage', 'q', 'ids', 'state', 'returnTo', 'code'];
const values = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1e9',
    '99999999999999999999',
    'NaN',
    '2026-02-30',
    '٣',
    '%',
    '\0',
  ),
);
const segments = fc.string({ unit: 'binary', maxLength: 30 }).map(encodeURIComponentSafely);

const addresses = fc.record({
  path: fc.oneof(
    fc.constantFrom(...paths),
    fc.tuple(fc.constantFrom(...paths), segments).map(([path, tail]) => `${path}/${tail}`),
    fc
      .tuple(fc.constantFrom('/api/invoices/', '/api/orders/', '/'), segments)
      .map(([a, b]) => a + b),
  ),
  query: fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), values), {
    maxLength: 4,
  }),
});

const json = fc.oneof(
  fc.json(),
  fc.record({ orders: fc.jsonValue(), allowRepeat: fc.jsonValue(), undoSeconds: fc.jsonValue() }),
  fc.record({ token: fc.jsonValue() }),
  fc.record({ outcome: fc.jsonValue() }),
  fc.record({
    orderId: fc.oneof(fc.nat(), fc.jsonValue()),
    type: fc.oneof(fc.constantFrom('tax_invoice', 'credit_note'), fc.jsonValue()),
    dataType: fc.oneof(fc.constantFrom('order', 'data', 'url', 'file'), fc.jsonValue()),
    url: fc.oneof(fc.webUrl(), fc.jsonValue()),
    file: fc.jsonValue(),
    total: fc.jsonValue(),
  }),
);
const parts = fc.tuple(fc.constantFrom('orderId', 'type', 'dataType', 'file', 'x'), fc.string());
const forms = fc.array(parts, { maxLength: 5 }).map((all) =>
  all
    .map(
      ([name, value]) => `--b\r\nContent-Disposition: form-data; name=${name}\r\n\r\n${value}\r\n`,
    )
    .concat('--b--')
    .join(''),
);
const bodies = fc.oneof(
  json.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
  fc.string({ unit: 'binary', maxLength: 200 }),
  forms,
);
const types = fc.constantFrom(
  'application/json',
  'application/json; charset=x',
  'multipart/form-data; boundary=b',
  'multipart/form-data',
  'text/plain',
  '',
);
const headerValues = fc
  .string({ maxLength: 60 })
  .map((text) => text.replace(/[^\t\x20-\x7e]/g, '').trim());

function encodeURIComponentSafely(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

async function openBusyDesk() {
  const desk = await openInstalledApp();
  desk.sandbox.setRequestsPerMinute(1_000_000);
  return { desk, staff: await desk.openFrame() };
}

describe('whatever is asked', () => {
  it('is answered, and never with a fault of ours', async () => {
    const { staff } = await openBusyDesk();
    const property = fc.asyncProperty(
      fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'),
      addresses,
      bodies,
      types,
      headerValues,
      async (method, { path, query }, body, type, odd) => {
        const search = new URLSearchParams(query.map(([k, v]) => [k, v.toWellFormed()]));
        const answer = await staff.raw(`${path}?${search}`, {
          method,
          ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
          headers: {
            'Content-Type': type,
            'Idempotency-Key': odd,
            'Accept-Language': odd,
            'Accept-Encoding': odd,
            Cookie: `session=${odd}; sign_in=${odd}`,
            'If-None-Match': odd,
          },
        });
        const { status, headers, text } = answer;
        if (path === '/' || !path.startsWith('/api'))
          expect([200, 302, 304, 400, 401, 404, 405, 503]).toContain(status);
        else expect(status).toBeLessThan(500);
        expect(headers.get('X-Request-Id')).toEqual(expect.any(String));
        expect(text).not.toMatch(/\n\s+at |node_modules|\.ts:\d/);
        if (path.startsWith('/api') && status >= 400 && method !== 'HEAD') {
          expect(Problem.parse(JSON.parse(text)).status).toBe(status);
        }
      },
    );
    await fc.assert(property, { numRuns: 400 });
  });

  it.each(['', '%', '%zz', '%00', '..%2f..%2fetc', 'a'.repeat(5000), '%F0%9F%98%80', '-1', '1.0'])(
    'an id of "%.20s" is refused or not found',
    async (id) => {
      const { staff } = await openBusyDesk();
      for (const path of [`/api/invoices/${id}`, `/api/orders/${id}`, `/api/deliveries/${id}`]) {
        expect([200, 400, 404]).toContain((await staff.raw(path)).status);
      }
    },
  );

  it.each([
    ['/api/orders', 'q'],
    ['/api/orders?q=', 'q'],
    ['/api/orders?q=%20%20', 'q'],
    [`/api/orders?q=${'a'.repeat(101)}`, 'q'],
    ['/api/orders?ids=1,x&to=2026-01-02', 'ids'],
    ['/api/orders?ids=1', 'to'],
    ['/api/deliveries?page=0', 'page'],
    ['/api/deliveries?orderId=x', 'orderId'],
    ['/api/deliveries?sort=x', 'sort'],
  ])('%s is refused and names "%s"', async (path, field) => {
    const { staff } = await openBusyDesk();
    const answer = await staff.get(path);
    expect([answer.status, Object.keys(answer.body.fields)]).toEqual([400, [field]]);
  });

  it.each([
    ['PUT', '/api/invoices', 'GET, HEAD, POST'],
    ['POST', '/api/session/', null],
    ['POST', '/api/store', 'GET, HEAD'],
    ['DELETE', '/api/deliveries', 'POST, GET, HEAD'],
    ['GET', '/webhooks/salla', 'POST'],
    ['GET', '/api/orders/1/print', 'POST'],
    ['PUT', '/healthz', 'GET, HEAD'],
    ['POST', '/readyz', 'GET, HEAD'],
    ['DELETE', '/metrics', 'GET, HEAD'],
    ['POST', '/nothing', null],
  ])('%s %s says what it would take', async (method, path, allow) => {
    const { staff } = await openBusyDesk();
    const answer = await staff.raw(path, { method });
    expect([answer.status, answer.headers.get('Allow')]).toEqual([allow ? 405 : 404, allow]);
  });

  it('a body that breaks off is no fault of ours', async () => {
    const { staff } = await openBusyDesk();
    const answers = ['/api/deliveries', '/webhooks/salla'].map((path) => {
      const body = new ReadableStream({ start: (stream) => stream.error(new Error('aborted')) });
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': 'key' };
      // fetch needs `duplex` for a stream; the DOM's types don't know it yet.
      const init = { method: 'POST', body, duplex: 'half', headers };
      return staff.raw(path, init);
    });
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([400, 400]);
  });

  it('too large a body is refused before it is read whole', async () => {
    const { staff } = await openBusyDesk();
    const answer = await staff.resend({ orders: [], note: 'x'.repeat(300_000) });
    expect([answer.status, answer.body.code]).toEqual([413, 'too_large']);
  });
});
