import { describe, expect, it } from 'vitest';
import { connected, storeId } from '../../testing/connectedStore.ts';
import { SallaFailure } from './failure.ts';
import { type TransportAnswer, TransportError, type TransportErrorKind } from './transport.ts';

const query = { page: 1, perPage: 15 };
const listPath = '/admin/v2/orders/invoices';
const emptyList = { status: 200, headers: {}, body: '{"data":[],"pagination":{}}' };

/** A Salla that gives these answers, one after the other, and the sandbox's after that. */
function answering(...answers: (Partial<TransportAnswer> | TransportErrorKind)[]) {
  return connected({
    between: async (request, onward) => {
      const answer = answers.shift();
      if (answer === undefined) return onward(request);
      if (typeof answer === 'string')
        throw new TransportError(request, answer, answer !== 'connect');
      return { status: 200, headers: {}, body: '', ...answer };
    },
  });
}

const error = (message: string, fields?: object) =>
  JSON.stringify({ success: false, error: { code: 'error', message, fields } });

const waitedMs = ({ waits }: { waits: readonly number[] }) =>
  waits.reduce((sum, ms) => sum + ms, 0);

describe('a read', () => {
  it.each([
    ['a 400', { status: 400, body: error('?') }, 'bad_request'],
    ['a 403', { status: 403, body: error('Forbidden') }, 'forbidden'],
    [
      'a 403 for too many errors',
      { status: 403, body: error('You have been blocked for too many errors') },
      'rate_limited',
    ],
    ['a 404', { status: 404, body: error('gone') }, 'not_found'],
    ['a 422', { status: 422, body: error('alert.invalid_fields') }, 'invalid_fields'],
    ['a 500', { status: 500, body: error('Internal Server Error') }, 'salla_unavailable'],
    ['a 502 in HTML', { status: 502, body: '<html>' }, 'salla_unavailable'],
    ['a 503', { status: 503, body: '<html>' }, 'salla_unavailable'],
    ['a gateway that blocks', { status: 403, body: '<html>Attention Required!' }, 'rate_limited'],
    ['a gateway that blocks in one word', { status: 403, body: 'blocked' }, 'rate_limited'],
    ['a gateway without a word', { status: 403 }, 'rate_limited'],
    [
      'a gateway that blocks in JSON',
      { status: 403, body: '{"cloudflare_error":true,"title":"Error 1020: Access denied"}' },
      'rate_limited',
    ],
    [
      'a block that is told at the top level',
      { status: 403, body: '{"message":"too many errors, blocked for a while"}' },
      'rate_limited',
    ],
    [
      'a block that only its code tells',
      { status: 403, body: '{"error":{"code":"too_many_errors","message":"try later"}}' },
      'rate_limited',
    ],
    ['a block in Arabic', { status: 403, body: error('تم حظر المتجر مؤقتا') }, 'rate_limited'],
    ['a 404 in HTML', { status: 404, body: '<html>' }, 'salla_unavailable'],
    ['a 401 in HTML', { status: 401, body: '\n<!DOCTYPE html>' }, 'salla_unavailable'],
    ['a 521', { status: 521, body: 'error code: 521' }, 'salla_unavailable'],
    ['a 530', { status: 530, body: '<html>' }, 'salla_unavailable'],
    [
      'a 200 that refuses',
      { body: '{"status":404,"success":false,"error":{"message":"gone"}}' },
      'not_found',
    ],
    ['a 200 that refuses without a status', { body: '{"error":"no"}' }, 'invalid_fields'],
    ['a 200 that says no', { body: '{"success":false}' }, 'salla_unavailable'],
    ['a redirect', { status: 302 }, 'salla_unavailable'],
    ['a 200 in HTML', { body: '<html>Maintenance</html>' }, 'salla_unavailable'],
    ['half a JSON', { body: '{"status":200,"data":[{"id":14' }, 'salla_unavailable'],
    ['nothing', { body: '' }, 'salla_unavailable'],
    ['JSON that is no list', { body: '{"data":{"id":1}}' }, 'salla_unavailable'],
    ['no answer in time', 'timeout', 'salla_timeout'],
    ['an answer without end', 'too_large', 'salla_unavailable'],
    [
      'a missing scope',
      {
        status: 401,
        body: error('The access token should have access to one of those scopes: orders.read'),
      },
      'missing_scope',
    ],
    [
      'a deleted user',
      { status: 401, body: error('The user has been deleted') },
      'reconnect_store',
    ],
    ['an inactive user', { status: 401, body: error('User is inactive') }, 'reconnect_store'],
  ] as const)('that meets %s fails, and is not repeated', async (_what, answer, code) => {
    const { client, requests } = await answering(answer);
    await expect(client.listInvoices(storeId, query)).rejects.toMatchObject({ code });
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['a block', { status: 403, body: '<html>Attention Required!' }, 'salla_blocks'],
    ['a limit', { status: 429, headers: { 'retry-after': '60' } }, 'salla'],
  ] as const)(
    'says of %s what it is, also where it is not asked again',
    async (_, answer, reason) => {
      const { client, requests } = await answering(answer);
      for (let time = 1; time <= 2; time += 1) {
        const failed = client.listInvoices(storeId, query);
        await expect(failed).rejects.toMatchObject({ code: 'rate_limited', reason });
      }
      expect(requests).toHaveLength(1);
    },
  );

  it('asks once more with a fresh token, and no oftener, where Salla refuses the token', async () => {
    const refused = { status: 401, body: error('The access token is invalid') };
    const { client, refreshes } = await connected({
      between: async (request, onward) =>
        request.url.includes(listPath) ? { headers: {}, ...refused } : onward(request),
    });
    const failed = client.listInvoices(storeId, query);
    await expect(failed).rejects.toMatchObject({ code: 'reconnect_store' });
    expect(refreshes()).toBe(1);
  });

  it.each([['connect'], ['reset']] as const)(
    'is repeated once after a broken connection (%s)',
    async (kind) => {
      const healed = await answering(kind);
      expect((await healed.client.listInvoices(storeId, query)).data).toHaveLength(15);
      const broken = await answering(kind, kind);
      await expect(broken.client.listInvoices(storeId, query)).rejects.toMatchObject({
        code: 'salla_unavailable',
      });
      expect(broken.requests).toHaveLength(2);
    },
  );

  it('waits up to five seconds where Salla says Retry-After, once', async () => {
    const busy = { status: 429, headers: { 'retry-after': '5' } };
    const { client, clock } = await answering(busy);
    expect((await client.listInvoices(storeId, query)).data).toHaveLength(15);
    expect(waitedMs(clock)).toBe(5000);
    const twice = await answering(busy, busy);
    await expect(twice.client.listInvoices(storeId, query)).rejects.toMatchObject({
      code: 'rate_limited',
      retryAfterSeconds: 5,
    });
    expect(twice.requests).toHaveLength(2);
  });

  it('does not wait longer than that, and asks nothing until the time is over', async () => {
    const { client, clock, requests } = await answering({
      status: 429,
      headers: { 'retry-after': '30' },
    });
    const failure = { code: 'rate_limited', retryAfterSeconds: 30 };
    await expect(client.listInvoices(storeId, query)).rejects.toMatchObject(failure);
    clock.pass(10_000);
    await expect(client.listInvoices(storeId, query)).rejects.toMatchObject({
      retryAfterSeconds: 20,
    });
    expect(requests).toHaveLength(1);
    clock.pass(16_000);
    expect((await client.listInvoices(storeId, query)).data).toHaveLength(15);
    expect(waitedMs(clock)).toBe(4000);
  });

  it('stays away for five minutes at most, whatever Retry-After says', async () => {
    const busy = { status: 429, headers: { 'retry-after': '1000000000' } };
    const { client, clock } = await answering(busy);
    const refusal = client.listInvoices(storeId, query);
    await expect(refusal).rejects.toMatchObject({ code: 'rate_limited', retryAfterSeconds: 300 });
    clock.pass(300_000);
    expect((await client.listInvoices(storeId, query)).data).not.toEqual([]);
  });

  it('keeps the stay-away of one store from the others', async () => {
    const { client } = await answering({ status: 429, headers: { 'retry-after': '30' } });
    await expect(client.listInvoices(storeId, query)).rejects.toMatchObject({
      code: 'rate_limited',
    });
    await expect(client.listInvoices(7, query)).rejects.toMatchObject({
      code: 'store_not_connected',
    });
  });

  it.each(['{}', 'null', '[]'])(
    'takes %s for an empty list where it has a pagination',
    async (data) => {
      const body = `{"status":200,"success":true,"data":${data},"pagination":{"total":0}}`;
      const { client } = await answering({ body });
      expect(await client.listInvoices(storeId, query)).toEqual({
        data: [],
        page: { number: 1, size: 15, totalItems: 0, totalPages: 0 },
      });
    },
  );

  it('is not slowed down where Salla asks for nothing', async () => {
    const { client, clock } = await connected();
    for (let page = 1; page <= 4; page++) await client.listInvoices(storeId, { ...query, page });
    expect(clock.waits).toEqual([]);
  });

  it('names the fields that Salla refuses as our API does', async () => {
    const body = error('alert.invalid_fields', {
      from_date: ['التاريخ غير صالح.'],
      page: ['غير صالح'],
    });
    const { client } = await answering({ status: 422, body });
    await expect(client.listInvoices(storeId, query)).rejects.toMatchObject({
      fields: { from: ['التاريخ غير صالح.'], page: ['غير صالح'] },
      sallaMessage: null,
    });
  });

  it('is given up when the client leaves', async () => {
    const leaving = new AbortController();
    const { client, requests } = await connected({
      between: (request, onward) => {
        leaving.abort();
        return onward(request);
      },
    });
    const failed = client.listInvoices(storeId, query, { signal: leaving.signal });
    await expect(failed).rejects.toBeInstanceOf(SallaFailure);
    expect(requests[0]?.signal?.aborted).toBe(true);
  });

  it('drops rows without a usable id, and says in the log how many', async () => {
    const good = { id: 1, order_id: 2, type: 'Tax Invoice', date: '2021-12-03' };
    const body = JSON.stringify({
      data: [good, null, { ...good, id: null }, 'x', { ...good, id: 5 }],
    });
    const { client, logged } = await answering({ body });
    const page = await client.listInvoices(storeId, query);
    expect(page.data.map(({ id }) => id)).toEqual([1, 5]);
    expect(page.page.totalItems).toBe(5);
    expect(JSON.stringify(logged)).toContain('"dropped":3');
  });

  it('never logs what was searched for', async () => {
    const { client, logged } = await answering({ body: JSON.stringify({ data: [null] }) });
    await client.searchOrders(storeId, 'Noura');
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toContain('Noura');
  });

  it('sends what the list takes, under its names there', async () => {
    const { client, requests } = await answering(emptyList);
    await client.listInvoices(storeId, {
      from: '2026-01-01',
      to: '2026-01-31',
      orderId: 5,
      page: 2,
      perPage: 60,
    });
    expect(requests[0]?.url).toBe(
      'http://salla.test/admin/v2/orders/invoices?from_date=2026-01-01&to_date=2026-01-31&order_id=5&page=2&per_page=60',
    );
  });
});

describe('what remains of the bucket after a read', () => {
  const told = {
    headers: {
      'x-ratelimit-limit': '120',
      'x-ratelimit-remaining': '10',
      'x-ratelimit-reset': String(Date.parse('2026-03-10T09:00:40Z') / 1000),
    },
    body: emptyList.body,
  };

  it.each([
    ['that never left', ['connect', 'connect'], 10],
    ['that got no answer', ['timeout'], 9],
    ['that broke off twice', ['reset', 'reset'], 8],
    ['that was answered after it broke off', ['reset', told], 10],
  ] as const)('%s: calls that may have been counted are', async (_what, answers, remaining) => {
    const { client, rateLimiter } = await answering(told, ...answers);
    await client.listInvoices(storeId, query);
    await client.listInvoices(storeId, query).catch(() => {});
    expect(rateLimiter.snapshot(storeId)?.remaining).toBe(remaining);
  });

  it('is as it was where there is no token to ask with, and where nobody waits any more', async () => {
    const { client, rateLimiter, tokens } = await answering(told, 'aborted');
    await client.listInvoices(storeId, query);
    const gone = AbortSignal.abort();
    await client.listInvoices(storeId, query, { signal: gone }).catch(() => {});
    await tokens.markRevoked(storeId);
    await client.listInvoices(storeId, query).catch(() => {});
    expect(rateLimiter.snapshot(storeId)?.remaining).toBe(10);
  });
});

describe('a print', () => {
  it.each([
    [
      'temp/adaisjdos/order-123123-invoice.pdf',
      'http://salla.test/temp/adaisjdos/order-123123-invoice.pdf',
    ],
    ['/temp/a.pdf', 'http://salla.test/temp/a.pdf'],
    ['https://cdn.salla.sa/a.pdf', 'https://cdn.salla.sa/a.pdf'],
  ])('at "%s" is at %s', async (url, expected) => {
    const { client, requests } = await answering({ body: JSON.stringify({ data: { url } }) });
    expect(await client.printInvoice(storeId, 5)).toEqual({ url: expected });
    expect(requests[0]).toMatchObject({
      method: 'POST',
      url: 'http://salla.test/admin/v2/orders/5/print-invoice',
    });
  });

  it.each([['javascript:alert(1)'], ['data:text/html,x'], ['']])('at "%s" is none', async (url) => {
    const { client } = await answering({ body: JSON.stringify({ data: { url } }) });
    await expect(client.printInvoice(storeId, 5)).rejects.toMatchObject({
      code: 'salla_unavailable',
    });
  });
});

it('never says a token: not in a failure, not in the log', async () => {
  for (const answer of [
    'timeout',
    'reset',
    { status: 500 },
    { status: 401, body: '{}' },
  ] as const) {
    const { client, tokens, sandbox, logged } = await answering(answer, answer, answer);
    const { token } = await tokens.accessToken(storeId);
    const failure: unknown = await client.listInvoices(storeId, query).catch((reason) => reason);
    await sandbox.uninstall();
    await client.listInvoices(storeId, query).catch((reason: unknown) => reason);
    if (!(failure instanceof SallaFailure)) throw new Error('it did not fail');
    const told = `${failure.stack} ${JSON.stringify(failure)} ${failure.cause} ${JSON.stringify(logged)}`;
    expect(told).not.toContain(token);
    expect(told).not.toMatch(/ory_|Bearer/);
  }
});
