import { describe, expect, it } from 'vitest';
import { connected, installedTokens, storeId } from '../../testing/connectedStore.ts';
import { toCreateOutcome, toCreateOutcomeOfError } from './createOutcome.ts';
import { SallaFailure } from './failure.ts';
import { TransportError } from './transport.ts';

const now = Date.parse('2026-03-10T09:00:00Z');
const call = { method: 'POST', url: 'https://api.salla.dev/admin/v2/orders/invoices' } as const;

function outcomeOf(status: number, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return toCreateOutcome({ status, headers, body: text }, now);
}
const short = {
  id: 9,
  order_id: 7,
  type: 'Tax Invoice',
  url: 'https://a.sa/1.pdf',
  date: '2026-03-10',
};
const refusal = (message: string, fields?: Record<string, string[]>) => ({
  success: false,
  error: { code: 'error', message, fields },
});

describe('what an answer to a creation means', () => {
  it.each([200, 201])('created: a %i with the invoice', (status) => {
    expect(outcomeOf(status, { success: true, data: short })).toEqual({
      outcome: 'created',
      invoice: {
        id: 9,
        orderId: 7,
        number: null,
        type: 'tax_invoice',
        typeLabel: 'Tax Invoice',
        date: '2026-03-10',
        time: null,
        total: null,
        paymentMethod: null,
        documentUrl: 'https://a.sa/1.pdf',
      },
    });
  });

  it('refused: a 422, by our names and in Salla’s words', () => {
    const answer = refusal('alert.invalid_fields', { invoice_number: ['رقم الفاتورة مكرر'] });
    expect(outcomeOf(422, answer)).toMatchObject({
      outcome: 'refused',
      failure: { code: 'invalid_fields', fields: { invoiceNumber: ['رقم الفاتورة مكرر'] } },
    });
  });

  it.each([
    [{ error: { message: 'حصل خطأ غير متوقع' } }, 'حصل خطأ غير متوقع'],
    [
      { success: false, error: 'made_up_code', message: 'it has one already' },
      'it has one already',
    ],
    [{ success: false, error: { code: 422, message: 'it has one already' } }, 'it has one already'],
    [{ message: 'it has one already' }, 'it has one already'],
    [{ error: 'it has one already' }, 'it has one already'],
    [{ errors: ['it has one already'] }, 'it has one already'],
  ])('refused: a 422 that names no field, in Salla’s words: %j', (body, sallaMessage) => {
    expect(outcomeOf(422, body)).toMatchObject({
      outcome: 'refused',
      failure: { code: 'invalid_fields', fields: null, sallaMessage },
    });
  });

  it.each([
    { message: 'not valid', errors: { total: ['wrong'], invoice_number: ['taken'] } },
    { errors: { total: 'wrong', invoice_number: ['taken'] } },
    { error: { message: { total: ['wrong'], invoice_number: ['taken'] } } },
    { error: { errors: { total: { 0: 'wrong' }, invoice_number: ['taken'] } } },
  ])('refused: a 422 that names fields elsewhere: %j', (body) => {
    expect(outcomeOf(422, body)).toMatchObject({
      outcome: 'refused',
      failure: { fields: { total: ['wrong'], invoiceNumber: ['taken'] } },
    });
  });

  it('refused: what can be read, where one of its fields can’t be', () => {
    const fields = { type: { odd: 1 }, url: [7, 'لا'], constructor: 'لا' };
    expect(outcomeOf(422, { error: { message: 'alert.invalid_fields', fields } })).toMatchObject({
      outcome: 'refused',
      failure: { fields: { url: ['لا'], constructor: ['لا'] } },
    });
  });

  it.each([
    ['a 429', 429, '', { 'retry-after': '7' }, 'rate_limited', 7],
    ['a block for too many errors', 403, refusal('You have been blocked'), {}, 'rate_limited', 60],
    ['a 503 with a time', 503, '<html>', { 'retry-after': '20' }, 'salla_unavailable', 20],
    ['a missing scope', 401, refusal('one of those scopes'), {}, 'missing_scope', null],
    ['a token that is refused still', 401, refusal('invalid'), {}, 'reconnect_store', null],
    ['no such address', 404, refusal('not found'), {}, 'salla_unavailable', null],
    ['not allowed', 403, refusal('Forbidden'), {}, 'forbidden', null],
    ['a gateway’s block', 403, '<html>', {}, 'rate_limited', 60],
    ['a gateway’s 401', 401, '<html>', {}, 'salla_unavailable', null],
    ['a 522', 522, '<html>', {}, 'salla_unavailable', null],
    ['a body that is too large for Salla', 413, '<html>', {}, 'too_large', null],
  ])('not decided: %s', (_what, status, body, headers, code, retryAfterSeconds) => {
    expect(outcomeOf(status, body, headers)).toMatchObject({
      outcome: 'not_decided',
      failure: { code, retryAfterSeconds },
    });
  });

  it.each([
    ['a 200 that is HTML', 200, '<html>', 'salla_unavailable'],
    ['a 200 cut in half', 200, '{"data":{"id":9,', 'salla_unavailable'],
    ['a 200 without an id', 200, { data: { ...short, id: null } }, 'salla_unavailable'],
    ['a redirect', 302, '', 'salla_unavailable'],
    ['a 500', 500, refusal('Server Error'), 'salla_unavailable'],
    ['a 504', 504, '<html>', 'salla_unavailable'],
    ['a 408', 408, '', 'salla_timeout'],
    ['a 409', 409, refusal('Conflict'), 'salla_unavailable'],
    ['a 422 without a word', 422, refusal('alert.invalid_fields'), 'salla_unavailable'],
    ['a 520', 520, '<html>', 'salla_unavailable'],
    ['a 524', 524, '<html>', 'salla_unavailable'],
    ['a 422 that is HTML', 422, '<html>', 'salla_unavailable'],
  ])('unknown: %s', (_what, status, body, code) => {
    expect(outcomeOf(status, body)).toMatchObject({ outcome: 'unknown', failure: { code } });
  });
});

describe('what it means that no answer came', () => {
  it.each([
    ['connect', false, 'not_decided', 'salla_unavailable'],
    ['timeout', false, 'not_decided', 'salla_timeout'],
    ['timeout', true, 'unknown', 'salla_timeout'],
    ['reset', true, 'unknown', 'salla_unavailable'],
    ['too_large', true, 'unknown', 'salla_unavailable'],
  ] as const)('%s, left: %s', (kind, sent, outcome, code) => {
    const made = toCreateOutcomeOfError(new TransportError(call, kind, sent));
    expect(made).toMatchObject({ outcome, failure: { code } });
  });

  it('for want of a token nothing left', () => {
    const failure = new SallaFailure('reconnect_store');
    expect(toCreateOutcomeOfError(failure)).toEqual({ outcome: 'not_decided', failure });
  });

  it('does not hide a mistake of ours', () => {
    expect(() => toCreateOutcomeOfError(new TypeError('x is not a function'))).toThrow(TypeError);
  });
});

describe('a creation', () => {
  const file = { chunks: [Buffer.from('%PDF-1'), Buffer.from('.7 \r\n--x')], size: 14 };
  const invoice = { orderId: 7, type: 'credit_note', dataType: 'file', file } as const;

  it('takes a file to Salla again after a refresh of the token', async () => {
    const { client, clock, sandbox, tokens, refreshes, requests } = await connected();
    const ended = installedTokens(sandbox, clock, { expiresInSeconds: -1 });
    await tokens.save(storeId, { ...ended, expiresAt: clock.now() + 86_400_000 });
    const made = await client.createInvoice(storeId, invoice);
    // Salla looked at the form, then at the order that it names.
    expect(made).toMatchObject({
      outcome: 'refused',
      failure: { fields: { orderId: [expect.any(String)] } },
    });
    expect(refreshes()).toBe(1);
    const forms = requests.filter(({ url }) => url.endsWith('/orders/invoices'));
    expect(forms).toHaveLength(2);
    for (const { headers, body } of forms) {
      const { chunks, size } = typeof body === 'object' ? body : { chunks: [], size: 0 };
      const bytes = Buffer.concat(chunks);
      expect(bytes.length).toBe(size);
      const request = new Request('http://salla.test', { method: 'POST', headers, body: bytes });
      const { file: sent, ...fields } = Object.fromEntries(await request.formData());
      expect(fields).toEqual({ order_id: '7', type: 'credit_note', data_type: 'file' });
      if (!(sent instanceof File)) throw new Error('no file was sent');
      expect([sent.name, sent.type]).toEqual(['credit_note-7.pdf', 'application/pdf']);
      expect(await sent.text()).toBe('%PDF-1.7 \r\n--x');
    }
  });

  it('is not asked for while Salla wants us to stay away', async () => {
    const { client, clock, sandbox, requests } = await connected();
    const path = '/admin/v2/orders/invoices';
    sandbox.setFaults([{ method: 'POST', path, answer: '429', ms: 30_000, times: 1 }]);
    await client.createInvoice(storeId, invoice);
    clock.pass(10_000);
    const before = requests.length;
    expect(await client.createInvoice(storeId, invoice)).toMatchObject({
      outcome: 'not_decided',
      failure: { code: 'rate_limited', retryAfterSeconds: 20 },
    });
    expect(requests).toHaveLength(before);
  });

  it('waits where Salla wants us to stay away for a moment only', async () => {
    const { client, sandbox } = await connected();
    const path = '/admin/v2/orders/invoices';
    sandbox.setFaults([{ method: 'POST', path, answer: '429', ms: 3000, times: 1 }]);
    expect(await client.createInvoice(storeId, invoice)).toMatchObject({ outcome: 'not_decided' });
    expect(await client.createInvoice(storeId, invoice)).toMatchObject({ outcome: 'refused' });
  });
});
