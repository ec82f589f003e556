import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { demoStoreId, openInstalledApp, openTestApp, webhookSecret } from '../testing/testApp.ts';

const authorize = (createdAt: string, data: object) => ({
  event: 'app.store.authorize',
  merchant: demoStoreId,
  created_at: createdAt,
  data,
});
const uninstalled = (createdAt: string) => ({
  event: 'app.uninstalled',
  merchant: demoStoreId,
  created_at: createdAt,
  data: {},
});
const documented = {
  access_token: 'KGsnBcNNkR2AgHnrd0U9lCIjrUiukF',
  expires: 1634819484,
  refresh_token: 'fWcceFWF9eFH4yPVOCaYHy-UolnU7iJNDH',
  scope: 'orders.read_write offline_access',
  token_type: 'bearer',
};

describe('an install', () => {
  it('connects the store and learns its name and its owner’s', async () => {
    const desk = await openInstalledApp();
    const session = (await (await desk.openFrame()).get('/api/session')).body;
    expect(session.store.name).toEqual(expect.any(String));
    expect(session.user.name).toEqual(expect.any(String));
  });

  it('is kept even where Salla can’t tell the names', async () => {
    const desk = await openTestApp();
    desk.sandbox.setFaults([{ method: 'GET', path: '/oauth2/user/info', answer: '503' }]);
    expect(await desk.sandbox.install()).toBe(200);
    const session = (await (await desk.openFrame()).get('/api/session')).body;
    expect(session.store).toEqual({ id: demoStoreId, name: null });
  });

  it('that brings no tokens is warned of, for only a reinstall helps', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line) => lines.push(line) });
    const desk = await openTestApp({ log });
    expect((await desk.webhook(authorize('2026-03-10 12:00:00', {}))).status).toBe(200);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(String(demoStoreId));
  });

  it('that comes twice changes nothing the second time', async () => {
    const desk = await openTestApp();
    const old = authorize('2026-03-10 12:00:00', desk.sandbox.issueTokens());
    expect((await desk.webhook(old)).status).toBe(200);
    desk.pass(14 * 24 * 3600_000);
    // The first tokens are used up by a refresh: storing them again would cost the connection.
    const staff = await desk.openFrame();
    expect((await staff.get('/api/invoices')).status).toBe(200);
    expect((await desk.webhook(old)).status).toBe(200);
    expect((await staff.get('/api/invoices')).status).toBe(200);
  });

  it('that comes late does not replace newer tokens', async () => {
    const desk = await openTestApp();
    const late = authorize('2026-03-10 11:00:00', { ...documented, expires: 1773133200 });
    const newer = authorize('2026-03-10 12:00:00', desk.sandbox.issueTokens());
    await desk.webhook(newer);
    expect((await desk.webhook(late)).status).toBe(200);
    expect((await (await desk.openFrame()).get('/api/invoices')).status).toBe(200);
  });

  it('that is newer replaces tokens, even ones that would last longer', async () => {
    const desk = await openInstalledApp();
    const short = desk.sandbox.issueTokens({ expiresInSeconds: 60, scope: 'orders.read' });
    await desk.webhook(authorize('2026-03-10 12:00:01', short));
    const session = await (await desk.openFrame()).get('/api/session');
    expect(session.body.scopes).toEqual(['orders.read']);
  });
});

describe('an uninstall', () => {
  it('ends a request that is under way in a sign-in, not in a fault of ours', async () => {
    const asked = Promise.withResolvers<void>();
    const answers = Promise.withResolvers<void>();
    const desk = await openInstalledApp({
      between: (onward) => async (request) => {
        const answer = await onward(request);
        if (!/\/orders\/\d+$/.test(request.url)) return answer;
        asked.resolve();
        await answers.promise;
        return answer;
      },
    });
    const staff = await desk.openFrame();
    const { orderId } = (await staff.get('/api/invoices')).body.data[0];
    const order = staff.get(`/api/orders/${orderId}`);
    await asked.promise;
    desk.pass(1000);
    await desk.sandbox.uninstall();
    answers.resolve();
    expect((await order).body.code).toBe('unauthenticated');
  });

  it('is not undone by an install that was made before it and arrives after it', async () => {
    const desk = await openTestApp();
    const install = authorize('2026-03-10 11:00:00', desk.sandbox.issueTokens());
    expect((await desk.webhook(uninstalled('2026-03-10 11:30:00'))).status).toBe(200);
    expect((await desk.webhook(install)).status).toBe(200);
    expect((await (await desk.openFrame()).get('/api/session')).status).toBe(401);
  });

  it('that arrives after a reinstall does not undo that', async () => {
    const desk = await openTestApp();
    await desk.webhook(authorize('2026-03-10 11:30:00', desk.sandbox.issueTokens()));
    expect((await desk.webhook(uninstalled('2026-03-10 11:00:00'))).status).toBe(200);
    expect((await (await desk.openFrame()).get('/api/session')).status).toBe(200);
  });

  it('can follow an install after a second, again and again', async () => {
    const desk = await openTestApp();
    for (const _ of [1, 2, 3]) {
      await desk.sandbox.install();
      const staff = await desk.openFrame();
      expect((await staff.get('/api/session')).status).toBe(200);
      desk.pass(1000);
      await desk.sandbox.uninstall();
      expect((await staff.get('/api/session')).status).toBe(401);
    }
  });
});

describe('the address of webhooks', () => {
  it.each(['invoice.created', 'app.installed', 'app.updated', 'something.new'])(
    'takes %s',
    async (event) => {
      const desk = await openTestApp();
      expect((await desk.webhook({ event, merchant: 1, data: {} })).status).toBe(200);
    },
  );

  it.each([
    { event: 'Test', created_at: '2026-03-10 12:00:00', data: { message: 'hello' } },
    { event: 'made.up', merchant: null, data: {} },
    { event: 'app.installed', merchant: 'x' },
    { event: 'invoice.created', merchant: { name: 'a store' }, data: null },
    { event: 'app.updated', merchant: -1 },
    { event: 'order.created', merchant: [1] },
  ])('takes an event about no store: %j', async (event) => {
    expect((await (await openTestApp()).webhook(event)).status).toBe(200);
  });

  it.each([String(demoStoreId), { id: demoStoreId }, { id: String(demoStoreId), name: 'a' }])(
    'knows the store as %j',
    async (merchant) => {
      const desk = await openTestApp();
      const install = authorize('2026-03-10 12:00:00', desk.sandbox.issueTokens());
      expect((await desk.webhook({ ...install, merchant })).status).toBe(200);
      expect((await (await desk.openFrame()).get('/api/session')).status).toBe(200);
    },
  );

  it.each(['app.store.authorize', 'app.uninstalled'])(
    'takes %s without a store, warns of it, and tells no token',
    async (event) => {
      const lines: string[] = [];
      const log = pino({ level: 'info' }, { write: (line) => lines.push(line) });
      const desk = await openInstalledApp({ log });
      lines.length = 0;
      for (const merchant of [undefined, null, 'x', {}]) {
        const told = { event, merchant, created_at: '2026-03-10 12:00:05', data: documented };
        expect((await desk.webhook(told)).status).toBe(200);
      }
      const warned = lines.filter((line) => JSON.parse(line).level === 40);
      expect(warned).toHaveLength(4);
      expect(lines.filter((line) => line.includes('"applied":"applied"'))).toEqual([]);
      expect(lines.join()).not.toMatch(/KGsnBcN|fWcceFWF/);
      expect((await (await desk.openFrame()).get('/api/invoices')).status).toBe(200);
    },
  );

  it.each([
    [{}, 'event'],
    [{ event: '', merchant: 1 }, 'event'],
    [{ event: 5, merchant: 1 }, 'event'],
    [null, 'body'],
    ['text', 'body'],
    [[], 'body'],
  ])('refuses %j, which is no event', async (body, field) => {
    const answer = await (await openTestApp()).webhook(body);
    expect(answer.status).toBe(400);
    expect(Object.keys((await answer.json()).fields)).toContain(field);
  });

  it.each([
    ['no signature', {}],
    ['a wrong signature', { 'X-Salla-Signature': 'f'.repeat(64) }],
    ['the secret itself', { Authorization: webhookSecret }],
  ])('refuses %s', async (_, headers) => {
    const desk = await openTestApp();
    const body = JSON.stringify(authorize('2026-03-10 12:00:00', documented));
    const answer = await desk.fetch('/webhooks/salla', { method: 'POST', body, headers });
    expect(answer.status).toBe(401);
  });

  it('takes the secret itself where the app is set up so', async () => {
    const desk = await openTestApp({ webhookStrategy: 'token' });
    expect(await desk.sandbox.install()).toBe(200);
    const body = JSON.stringify({ event: 'app.installed', merchant: 1 });
    const headers = { Authorization: 'another secret' };
    const answer = await desk.fetch('/webhooks/salla', { method: 'POST', body, headers });
    expect(answer.status).toBe(401);
    // The signature is no proof here.
    expect((await desk.webhook({ event: 'app.installed', merchant: 1 })).status).toBe(401);
  });

  it('takes no more than a megabyte', async () => {
    const desk = await openTestApp();
    const answer = await desk.webhook({
      event: 'app.installed',
      merchant: 1,
      data: 'x'.repeat(2e6),
    });
    expect(answer.status).toBe(413);
  });
});
