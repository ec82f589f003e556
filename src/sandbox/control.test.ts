import { describe, expect, it } from 'vitest';
import { openSandbox, origin } from './testing/openSandbox.ts';

const reset = (url: string, headers: Record<string, string> = {}) =>
  new Request(`${url}/_sandbox/reset`, { method: 'POST', headers });

describe('the controls', () => {
  it('bring back the shop as seeded, but keep tokens that were issued', async () => {
    const salla = openSandbox();
    const before = await salla.invoices('?per_page=60');
    const [row] = before.data;
    await salla.post(`/admin/v2/orders/${row?.order_id}/send-invoice`);
    await salla.post('/_sandbox/issuance', { issuance: 'salla' });
    for (const { id } of (await salla.orders('?per_page=60')).data) {
      await salla.post('/admin/v2/orders/invoices', {
        order_id: id,
        type: 'tax_invoice',
        data_type: 'order',
      });
    }
    expect((await salla.invoices()).pagination.total).toBeGreaterThan(before.pagination.total);
    salla.sandbox.setFaults([{ method: '*', path: '/admin', answer: '500' }]);

    expect((await salla.call('/_sandbox/reset', { method: 'POST' })).status).toBe(204);
    expect(await salla.invoices('?per_page=60')).toEqual(before);
    expect(await salla.json('/_sandbox/mailbox')).toEqual([]);
    const answer = await salla.call('/admin/v2/orders');
    expect(answer.headers.get('X-RateLimit-Remaining')).toBe('118');
    const body = { order_id: row?.order_id, type: 'credit_note', data_type: 'order' };
    expect(await salla.post('/admin/v2/orders/invoices', body)).toHaveProperty([
      'error',
      'fields',
      'data_type',
    ]);
  });

  it('hand out tokens as an install would deliver them', async () => {
    const salla = openSandbox();
    expect(
      await salla.post('/_sandbox/tokens', { scope: 'orders.read', expiresInSeconds: 60 }),
    ).toEqual({
      access_token: expect.any(String),
      expires: salla.clock.at / 1000 + 60,
      scope: 'orders.read',
      token_type: 'bearer',
    });
    expect(await salla.post('/_sandbox/tokens')).toHaveProperty('refresh_token');
    expect(await salla.post('/_sandbox/embedded-token')).toEqual({ token: expect.any(String) });
  });

  it('leave customers and items out of lists of orders until the reset', async () => {
    const salla = openSandbox();
    const [full] = (await salla.orders('?per_page=1')).data;
    expect(full).toHaveProperty('customer');
    await salla.post('/_sandbox/order-list', { format: 'light' });

    const [light] = (await salla.orders('?per_page=1')).data;
    expect(light).toEqual({ ...full, customer: undefined, items: undefined });
    expect(await salla.json(`/admin/v2/orders/${light?.id}`)).toHaveProperty('data.customer.email');
    await salla.call('/_sandbox/reset', { method: 'POST' });
    expect((await salla.orders('?per_page=1')).data).toEqual([full]);
  });

  it('answer to this machine alone', async () => {
    const { sandbox } = openSandbox();
    const status = async (request: Request, peer?: string) =>
      (await sandbox.fetch(request, peer)).status;
    expect(await status(reset(origin), '192.168.1.20')).toBe(403);
    expect(await status(reset('http://sandbox.evil.example:3100'), '127.0.0.1')).toBe(403);
    expect(await status(reset(origin, { Origin: 'https://evil.example' }), '127.0.0.1')).toBe(403);
    expect(await status(reset(origin, { Origin: 'http://localhost:3000' }), '::1')).toBe(403);
    expect(await status(reset(origin, { Origin: origin }), '::ffff:127.0.0.1')).toBe(204);
  });
});
