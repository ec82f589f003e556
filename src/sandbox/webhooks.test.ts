import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { demoStore } from './seed/stores.ts';
import { appUrl, openSandbox } from './testing/openSandbox.ts';

const Authorize = z.object({
  event: z.literal('app.store.authorize'),
  merchant: z.literal(demoStore.id),
  created_at: z.string(),
  data: z.strictObject({
    access_token: z.string(),
    refresh_token: z.string(),
    expires: z.number(),
    scope: z.literal('orders.read_write offline_access'),
    token_type: z.literal('bearer'),
  }),
});

describe('webhooks', () => {
  it('deliver fresh tokens on install, signed over the raw body', async () => {
    const salla = openSandbox();
    expect(await salla.sandbox.install()).toBe(200);
    const [installed, authorize] = salla.webhooks;
    expect(await installed?.json()).toMatchObject({ event: 'app.installed' });
    expect(authorize?.url).toBe(`${appUrl}/webhooks/salla`);
    const body = (await authorize?.text()) ?? '';
    const signature = createHmac('sha256', 'sandbox-webhook-secret').update(body).digest('hex');
    expect(authorize?.headers.get('X-Salla-Security-Strategy')).toBe('Signature');
    expect(authorize?.headers.get('X-Salla-Signature')).toBe(signature);
    const { data } = Authorize.parse(JSON.parse(body));
    const answer = await salla.call('/admin/v2/orders', { token: data.access_token });
    expect(answer.status).toBe(200);
  });

  it('say when in either of Salla’s two forms, turn by turn', async () => {
    const salla = openSandbox();
    for (let turn = 0; turn < 3; turn++) await salla.sandbox.sendWebhook('app.updated');
    const said = salla.webhooks.map(async (request) => (await request.json()).created_at);
    expect(await Promise.all(said)).toEqual([
      '2026-11-22 12:00:00',
      'Sun Nov 22 2026 12:00:00 GMT+0300',
      '2026-11-22 12:00:00',
    ]);
  });

  it('carry the secret itself under the token strategy', async () => {
    const salla = openSandbox({ webhookStrategy: 'token' });
    await salla.sandbox.install();
    expect(salla.webhooks[0]?.headers.get('Authorization')).toBe('sandbox-webhook-secret');
  });

  it('go to where the app is said to be', async () => {
    const salla = openSandbox();
    const appUrl = 'http://localhost:1234';
    salla.sandbox.connectApp({ appUrl, framedAppUrl: 'http://127.0.0.1:1234' });
    await salla.sandbox.install();
    expect(salla.webhooks[0]?.url).toBe(`${appUrl}/webhooks/salla`);
  });

  it('say that the app is gone, and by then its tokens are', async () => {
    const salla = openSandbox();
    await salla.sandbox.uninstall();
    expect(await salla.webhooks[0]?.json()).toMatchObject({ event: 'app.uninstalled' });
    expect((await salla.call('/admin/v2/orders')).status).toBe(401);
  });

  it('carry any event and data that a script asks for, and report the answer', async () => {
    const salla = openSandbox();
    salla.app.answers = 401;
    const answer = await salla.post('/_sandbox/webhook', { event: 'app.updated', data: { a: 1 } });
    expect(answer).toEqual({ status: 401 });
    expect(await salla.webhooks[0]?.json()).toMatchObject({ event: 'app.updated', data: { a: 1 } });
  });
});

describe('a webhook that the app does not take', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('comes again three times, five minutes apart, with the same body', async () => {
    const salla = openSandbox();
    salla.app.answers = 500;
    expect(await salla.sandbox.sendWebhook('app.updated')).toBe(500);
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(salla.webhooks).toHaveLength(4);
    const bodies = await Promise.all(salla.webhooks.map((request) => request.text()));
    expect(new Set(bodies).size).toBe(1);
  });

  it('stops coming once the app takes it', async () => {
    const salla = openSandbox({ webhookRetryAfter: 1000 });
    salla.app.answers = 500;
    await salla.sandbox.sendWebhook('app.updated');
    salla.app.answers = 200;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(salla.webhooks).toHaveLength(2);
  });

  it('is given up on reset', async () => {
    const salla = openSandbox({ webhookRetryAfter: 1000 });
    salla.app.answers = 500;
    await salla.sandbox.sendWebhook('app.updated');
    salla.sandbox.reset();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(salla.webhooks).toHaveLength(1);
  });
});
