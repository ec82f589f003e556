import { describe, expect, it } from 'vitest';
import { NewSession, Session } from '../../contract/session.ts';
import { beginSignIn, signInByTab } from '../testing/signIn.ts';
import { callerWith, demoStoreId, openInstalledApp, openTestApp } from '../testing/testApp.ts';

const post = (body: unknown, type = 'application/json') => ({
  method: 'POST',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { 'Content-Type': type, 'Accept-Language': 'en' },
});

describe('a session in the frame', () => {
  it('is opened by Salla’s word, and names store and person', async () => {
    const desk = await openInstalledApp();
    const token = desk.sandbox.issueEmbeddedToken();
    const answer = await desk.fetch('/api/session', post({ token }));
    const opened = NewSession.parse(await answer.json());
    expect(opened.store.id).toBe(demoStoreId);
    expect(opened.store.name).toEqual(expect.any(String));
    expect(opened.user.name).toEqual(expect.any(String));
    const bearer = { headers: { Authorization: `Bearer ${opened.sessionToken}` } };
    const session = Session.parse(await (await desk.fetch('/api/session', bearer)).json());
    expect(session.scopes).toContain('orders.read_write');
  });

  it('ends with Salla’s token', async () => {
    const desk = await openInstalledApp();
    const staff = await desk.openFrame();
    desk.pass(3600_000 - 1000);
    expect((await staff.get('/api/session')).status).toBe(200);
    desk.pass(1000);
    expect((await staff.get('/api/session')).body.code).toBe('unauthenticated');
  });

  it.each([
    ['a token that Salla did not make', { token: 'nonsense' }, 401, 'token_rejected'],
    ['no token', {}, 422, 'invalid_fields'],
    ['an empty token', { token: '' }, 422, 'invalid_fields'],
    ['a token of 5,000 letters', { token: 'a'.repeat(5000) }, 422, 'invalid_fields'],
    ['no JSON', '{"token":', 400, 'bad_request'],
  ])('is not opened by %s', async (_, body, status, code) => {
    const desk = await openInstalledApp();
    const answer = await desk.fetch('/api/session', post(body));
    expect([answer.status, (await answer.json()).code]).toEqual([status, code]);
  });

  it('is not opened by a form', async () => {
    const desk = await openInstalledApp();
    const answer = await desk.fetch('/api/session', post('token=1', 'text/plain'));
    expect([answer.status, (await answer.json()).code]).toEqual([415, 'unsupported_media_type']);
  });

  it('is not opened for a store that is not connected', async () => {
    const desk = await openTestApp();
    const token = desk.sandbox.issueEmbeddedToken();
    const answer = await desk.fetch('/api/session', post({ token }));
    expect([answer.status, (await answer.json()).code]).toEqual([403, 'store_not_connected']);
  });

  it('ends at once when the app is uninstalled, and with a sign-out', async () => {
    const desk = await openInstalledApp();
    const [one, other] = [await desk.openFrame(), await desk.openFrame()];
    expect((await one.delete('/api/session')).status).toBe(204);
    expect((await one.get('/api/session')).status).toBe(401);
    expect((await other.get('/api/session')).status).toBe(200);
    desk.pass(1000);
    await desk.sandbox.uninstall();
    expect((await other.get('/api/session')).status).toBe(401);
  });

  it.each(['Bearer', 'Bearer x', 'Basic YTpi', 'Bearer a.b.c', 'Bearer eyJhbGciOiJub25lIn0.e30.'])(
    'is not had with "%s"',
    async (authorization) => {
      const desk = await openInstalledApp();
      const answer = await desk.fetch('/api/invoices', {
        headers: { Authorization: authorization },
      });
      expect([answer.status, (await answer.json()).code]).toEqual([401, 'unauthenticated']);
    },
  );
});

describe('who has no session', () => {
  const ended = 'Your session has ended. Sign in again to continue.';
  it.each([
    ['never signed in', {}, 'Sign in first.'],
    ['comes with a Bearer of old', { Authorization: 'Bearer a.b.c' }, ended],
    ['comes with a cookie of old', { Cookie: 'session=a.b.c' }, ended],
  ])('and %s is told so', async (_how, own: Record<string, string>, detail) => {
    const someone = callerWith((await openTestApp()).fetch, own);
    for (const path of ['/api/session', '/api/invoices', '/api/deliveries']) {
      expect((await someone.get(path)).body).toMatchObject({ code: 'unauthenticated', detail });
    }
  });
});

describe('a session in a tab', () => {
  it('is refused to other sites’ pages that want to change something', async () => {
    const desk = await openInstalledApp();
    const { cookie } = await signInByTab(desk);
    const withCookie = callerWith(desk.fetch, { Cookie: cookie });
    const order = { orders: [{ orderId: 1 }], undoSeconds: 30 };
    const key = { 'Idempotency-Key': 'k' };
    for (const origin of [undefined, 'null', 'https://evil.example', 'http://desk.test.evil']) {
      const from = origin === undefined ? {} : { Origin: origin };
      const answer = await withCookie.post('/api/deliveries', order, { ...key, ...from });
      expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
      expect((await withCookie.delete('/api/session', from)).status).toBe(403);
    }
    const own = { ...key, Origin: 'http://desk.test' };
    const answer = await withCookie.post('/api/deliveries', order, own);
    expect(answer.status).toBe(202);
    expect(answer.body.data.deliveries[0].requestedFrom).toBe('tab');
  });

  it('ends with a sign-out, which takes the cookie away', async () => {
    const desk = await openInstalledApp();
    const { cookie } = await signInByTab(desk);
    const tab = callerWith(desk.fetch, { Cookie: cookie, Origin: 'http://desk.test' });
    expect((await tab.get('/api/session')).body.user.name).toEqual(expect.any(String));
    const out = await tab.delete('/api/session');
    expect(out.status).toBe(204);
    expect(out.headers.get('Set-Cookie')).toMatch(/^session=; Max-Age=0/);
    expect((await tab.get('/api/session')).status).toBe(401);
  });

  it('is not had with the cookie that binds a sign-in to a browser', async () => {
    const desk = await openInstalledApp();
    const { cookie } = await beginSignIn(desk);
    const tab = callerWith(desk.fetch, { Cookie: cookie.replace('sign_in=', 'session=') });
    expect((await tab.get('/api/session')).status).toBe(401);
  });

  it('lasts twelve hours', async () => {
    const desk = await openInstalledApp();
    const { cookie } = await signInByTab(desk);
    const tab = callerWith(desk.fetch, { Cookie: cookie });
    desk.pass(12 * 3600_000 - 1000);
    expect((await tab.get('/api/session')).status).toBe(200);
    desk.pass(1000);
    expect((await tab.get('/api/session')).status).toBe(401);
  });
});
