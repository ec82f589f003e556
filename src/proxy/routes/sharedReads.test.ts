import { describe, expect, it } from 'vitest';
import { Invoice, InvoicePage } from '../../contract/invoice.ts';
import type { SallaTransport } from '../salla/client/transport.ts';
import { openInstalledApp, openSecondStore } from '../testing/testApp.ts';

/** Somebody who has looked at the list and its first invoice, in a store that has no call left this minute. */
async function openBusyDesk() {
  const desk = await openInstalledApp();
  const staff = await desk.openFrame();
  const listed = InvoicePage.parse((await staff.get('/api/invoices')).body);
  const [first, second] = listed.data;
  if (first === undefined || second === undefined) throw new Error('the list is empty');
  await staff.get(`/api/invoices/${first.id}`);
  await staff.get(`/api/orders/${first.orderId}`);
  desk.pass(12_000);
  desk.sandbox.setRequestsPerMinute(1);
  // Takes the minute's one call, and tells that none is left.
  await staff.get('/api/invoices?perPage=1');
  return { desk, staff, first, second };
}

describe('in a store that has no call left this minute', () => {
  it('the list and an invoice are shown as they were seconds ago, with their age', async () => {
    const { staff, first } = await openBusyDesk();
    const list = await staff.get('/api/invoices');
    expect(list.status).toBe(200);
    expect(InvoicePage.parse(list.body)).toMatchObject({ ageSeconds: 12 });
    const invoice = await staff.get(`/api/invoices/${first.id}`);
    expect(Invoice.parse(invoice.body.data)).toMatchObject({ id: first.id, ageSeconds: 12 });
    const order = await staff.get(`/api/orders/${first.orderId}`);
    expect(order.body.data).toMatchObject({ id: first.orderId, ageSeconds: 12 });
  });

  it('what a decision rests on is asked of Salla all the same', async () => {
    const { desk, staff, first } = await openBusyDesk();
    const noCache = { 'Cache-Control': 'no-cache' };
    for (const path of ['/api/invoices', `/api/orders/${first.orderId}`]) {
      desk.sandbox.setRequestsPerMinute(1);
      const { status, body } = await staff.get(path, noCache);
      expect([status, body.ageSeconds, body.data.ageSeconds]).toEqual([200, undefined, undefined]);
    }
  });

  it('nobody else’s store is shown', async () => {
    const { desk, first } = await openBusyDesk();
    const neighbour = await openSecondStore(desk);
    expect((await neighbour.get(`/api/invoices/${first.id}`)).status).toBe(404);
  });

  it('nothing is shown from before an invoice was created there', async () => {
    const { desk, staff, first } = await openBusyDesk();
    desk.sandbox.setRequestsPerMinute(100);
    const body = { orderId: first.orderId, type: 'credit_note', dataType: 'order' };
    await staff.post('/api/invoices', body, { 'Idempotency-Key': crypto.randomUUID() });
    desk.sandbox.setRequestsPerMinute(1);
    await staff.get('/api/invoices?perPage=1');
    const list = await staff.get('/api/invoices');
    expect(list.body.ageSeconds).toBeUndefined();
  });
});

describe('where Salla names no limit', () => {
  const open = (perMinute: number) => {
    const between =
      (onward: SallaTransport): SallaTransport =>
      async (request) => {
        const answer = await onward(request);
        return { ...answer, headers: { 'retry-after': answer.headers['retry-after'] } };
      };
    return openInstalledApp({ between }).then((desk) => {
      desk.sandbox.setRequestsPerMinute(perMinute);
      return desk;
    });
  };
  const noCache = { 'Cache-Control': 'no-cache' };

  it('nobody is refused, however many calls there are', async () => {
    const staff = await (await open(100_000)).openFrame();
    const answers = await Promise.all(
      Array.from({ length: 300 }, () => staff.get('/api/invoices?perPage=1', noCache)),
    );
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  });

  it('a refusal says who is to be waited for', async () => {
    const desk = await open(100_000);
    const staff = await desk.openFrame();
    desk.sandbox.setFaults([
      { method: 'GET', path: '/admin/v2/orders/invoices', answer: '429', ms: 9000 },
    ]);
    const refused = await staff.get('/api/invoices');
    expect(refused.body).toMatchObject({ code: 'rate_limited', reason: 'salla' });
    expect(refused.body.detail).toContain('Salla asks');
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(5);
  });
});

it('who comes back to a page while the store’s tokens are refreshed is shown it', async () => {
  const refreshBegun = Promise.withResolvers<void>();
  const refreshMayEnd = Promise.withResolvers<void>();
  const between = (onward: SallaTransport): SallaTransport => {
    return async (request) => {
      if (!new URL(request.url).pathname.endsWith('/oauth2/token')) return onward(request);
      refreshBegun.resolve();
      await refreshMayEnd.promise;
      return onward(request);
    };
  };
  const desk = await openInstalledApp({ between });
  desk.pass(15 * 24 * 60 * 60_000);
  const staff = await desk.openFrame();
  const leaving = new AbortController();
  const left = staff.raw('/api/invoices', { signal: leaving.signal });
  await refreshBegun.promise;
  leaving.abort();
  expect((await left).status).toBe(502);
  const back = staff.get('/api/invoices');
  // Its session is read by then, and it has begun to wait.
  await new Promise(setImmediate);
  refreshMayEnd.resolve();
  expect((await back).status).toBe(200);
});
