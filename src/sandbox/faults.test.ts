import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConnectionReset } from './faults.ts';
import { type RunningSandbox, startSandbox } from './main.ts';
import { openSandbox } from './testing/openSandbox.ts';

const send = '/admin/v2/orders/*/send-invoice';

async function order(salla: ReturnType<typeof openSandbox>): Promise<number> {
  return (await salla.invoices('?per_page=1')).data[0]?.order_id ?? 0;
}

describe('faults by script', () => {
  it('answer in place of Salla, as often as they are told, and change nothing', async () => {
    const salla = openSandbox();
    const path = `/admin/v2/orders/${await order(salla)}/send-invoice`;
    const answers = ['429', '503', '500', '422'] as const;
    await salla.post(
      '/_sandbox/faults',
      answers.map((answer) => ({ method: 'POST', path: send, answer, times: 1 })),
    );
    for (const answer of answers) {
      expect((await salla.call(path, { method: 'POST' })).status).toBe(Number(answer));
    }
    expect(salla.sandbox.mailbox()).toEqual([]);
    expect((await salla.call(path, { method: 'POST' })).status).toBe(200);
    expect(salla.sandbox.faults()).toEqual([]);
  });

  it('say how long to wait on 429', async () => {
    const salla = openSandbox();
    salla.sandbox.setFaults([{ method: '*', path: '/admin/v2', answer: '429', ms: 7000 }]);
    const answer = await salla.call('/admin/v2/orders');
    expect(answer.headers.get('Retry-After')).toBe('7');
    expect(answer.headers.get('X-RateLimit-Remaining')).toBe('0');
  });

  it('strike only the order, method and path that they name', async () => {
    const salla = openSandbox();
    const orderId = await order(salla);
    salla.sandbox.setFaults([{ method: 'POST', path: '/admin/v2/orders', orderId, answer: '500' }]);
    const status = async (path: string, method: string) =>
      (await salla.call(path, { method })).status;
    expect(await status(`/admin/v2/orders/${orderId}`, 'GET')).toBe(200);
    expect(await status('/admin/v2/orders/1/send-invoice', 'POST')).toBe(404);
    expect(await status(`/admin/v2/orders/${orderId}/send-invoice`, 'POST')).toBe(500);
    expect((await salla.call('/_sandbox/faults')).status).toBe(200);
  });

  it('let a slow call do what it was asked to', async () => {
    const salla = openSandbox();
    salla.sandbox.setFaults([{ method: 'POST', path: send, answer: 'slow', ms: 1 }]);
    await salla.post(`/admin/v2/orders/${await order(salla)}/send-invoice`);
    expect(salla.sandbox.mailbox()).toHaveLength(1);
  });

  it('can let the shop do it and lose the answer alone', async () => {
    const salla = openSandbox();
    const orderId = await order(salla);
    const path = `/admin/v2/orders/${orderId}/send-invoice`;
    for (const answer of ['reset', '500', '404'] as const) {
      salla.sandbox.setFaults([{ method: 'POST', path: send, answer, after: true, times: 1 }]);
      const struck = salla.call(path, { method: 'POST' });
      if (answer === 'reset') await expect(struck).rejects.toBeInstanceOf(ConnectionReset);
      else expect((await struck).status).toBe(Number(answer));
    }
    expect(salla.sandbox.mailbox()).toMatchObject([{ orderId }, { orderId }, { orderId }]);
  });

  it('can lose the answer to an invoice that was created', async () => {
    const salla = openSandbox();
    const { total } = (await salla.invoices()).pagination;
    const body = { type: 'credit_note', data_type: 'url', url: 'https://x.example/a.pdf' };
    salla.sandbox.setFaults([
      { method: 'POST', path: '/admin/v2/orders/invoices', answer: 'reset', after: true },
    ]);
    const order_id = await order(salla);
    const create = salla.post('/admin/v2/orders/invoices', { ...body, order_id });
    await expect(create).rejects.toBeInstanceOf(ConnectionReset);
    expect((await salla.invoices()).pagination.total).toBe(total + 1);
  });

  it('do once what is only answered late', async () => {
    const salla = openSandbox();
    salla.sandbox.setFaults([{ method: 'POST', path: send, answer: 'slow', ms: 1, after: true }]);
    const path = `/admin/v2/orders/${await order(salla)}/send-invoice`;
    expect(await salla.post(path)).toMatchObject({ success: true });
    expect(salla.sandbox.mailbox()).toHaveLength(1);
  });

  it('answer one path with what a test says, word for word', async () => {
    const salla = openSandbox();
    const orderId = await order(salla);
    const details = `/admin/v2/orders/${orderId}`;
    const say = (fault: object) =>
      salla.post('/_sandbox/faults', [{ method: 'GET', answer: 'body', ...fault }]);

    const told = { status: 200, success: true, data: { id: orderId, status: [] } };
    await say({ path: `${details}$`, body: told });
    const answer = await salla.call(details);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe('application/json');
    expect(answer.headers.get('X-RateLimit-Limit')).toBeNull();
    expect(await answer.json()).toEqual(told);
    expect((await salla.call(`${details}/histories`)).headers.get('X-RateLimit-Limit')).toBe('120');

    await say({ path: '/admin/v2/orders', status: 521, body: '<h1>Web server is down</h1>' });
    const page = await salla.call('/admin/v2/orders?page=2');
    expect([page.status, page.headers.get('Content-Type'), await page.text()]).toEqual([
      521,
      'text/html; charset=utf-8',
      '<h1>Web server is down</h1>',
    ]);

    await say({ path: '/admin/v2/orders?page=2', headers: { 'Content-Type': 'text/plain' } });
    expect(await (await salla.call('/admin/v2/orders?page=2')).text()).toBe('');
    expect((await salla.call('/admin/v2/orders?page=1')).headers.get('Content-Type')).toBe(
      'application/json',
    );
  });

  it('answer with bytes, and once where they say so, after the shop did what it was asked to', async () => {
    const salla = openSandbox();
    const path = `/admin/v2/orders/${await order(salla)}/send-invoice`;
    salla.sandbox.setFaults([
      { method: 'POST', path: send, answer: 'body', bodyBase64: '/wA=', after: true, times: 1 },
    ]);
    const bytes = await (await salla.call(path, { method: 'POST' })).bytes();
    expect([...bytes]).toEqual([255, 0]);
    expect(salla.sandbox.mailbox()).toHaveLength(1);
    expect(salla.sandbox.faults()).toEqual([]);
  });

  it('are refused when they make no sense, naming what is wrong', async () => {
    const salla = openSandbox();
    const answer = await salla.call('/_sandbox/faults', {
      method: 'POST',
      body: JSON.stringify([{ method: 'GET', path: '/', answer: '418' }]),
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('answer');
    const withBody = [{ method: 'GET', path: '/', answer: '503', body: {} }];
    expect(await salla.post('/_sandbox/faults', withBody)).toHaveProperty('error');
  });

  it('reject a call in this process where the connection breaks', async () => {
    const salla = openSandbox();
    salla.sandbox.setFaults([{ method: 'GET', path: '/admin', answer: 'reset' }]);
    await expect(salla.call('/admin/v2/orders')).rejects.toBeInstanceOf(ConnectionReset);
  });

  it('hang until the caller leaves', async () => {
    const salla = openSandbox();
    salla.sandbox.setFaults([{ method: 'GET', path: '/admin', answer: 'hang' }]);
    const caller = new AbortController();
    const call = salla.call('/admin/v2/orders', { signal: caller.signal });
    caller.abort();
    await expect(call).rejects.toBeInstanceOf(ConnectionReset);
  });
});

describe('faults over HTTP', () => {
  let running: RunningSandbox;
  beforeAll(async () => {
    running = await startSandbox({
      port: 0,
      appUrl: 'http://localhost:1',
      framedAppUrl: 'http://127.0.0.1:1',
    });
  });
  afterAll(() => running.close());

  it('reset the connection', async () => {
    running.sandbox.setFaults([{ method: 'GET', path: '/admin', answer: 'reset', times: 1 }]);
    const call = fetch(`${running.origin}/admin/v2/orders`);
    await expect(call).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect((await fetch(`${running.origin}/admin/v2/orders`)).status).toBe(401);
  });

  it('leave a caller without an answer until he gives up, and others served', async () => {
    running.sandbox.setFaults([
      { method: 'GET', path: '/admin/v2/orders', answer: 'hang', times: 1 },
    ]);
    const caller = new AbortController();
    const call = fetch(`${running.origin}/admin/v2/orders`, { signal: caller.signal });
    const struck = expect(call).rejects.toMatchObject({ name: 'AbortError' });
    while (running.sandbox.faults().length > 0) await new Promise(setImmediate);
    expect((await fetch(`${running.origin}/admin/v2/orders`)).status).toBe(401);
    caller.abort();
    await struck;
  });
});
