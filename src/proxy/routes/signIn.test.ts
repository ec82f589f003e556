import { describe, expect, it } from 'vitest';
import { answerConsent, beginSignIn, cookieOf, pathOf, signInByTab } from '../testing/signIn.ts';
import { callerWith, demoStoreId, openTestApp } from '../testing/testApp.ts';

describe('signing in by a tab', () => {
  it('ends where it began, with a cookie that scripts can’t read', async () => {
    const desk = await openTestApp();
    const { callback, cookie } = await signInByTab(desk, '/invoices/1?x=2');
    expect(callback.status).toBe(302);
    expect(callback.headers.get('Location')).toBe('/invoices/1?x=2');
    const line = callback.headers.getSetCookie().find((text) => text.startsWith('session='));
    expect(line).toContain('HttpOnly');
    expect(line).toContain('SameSite=Lax');
    expect(line).toContain('Path=/');
    const session = await callerWith(desk.fetch, { Cookie: cookie }).get('/api/session');
    expect(session.body).toMatchObject({
      store: { id: demoStoreId, name: expect.any(String) },
      user: { name: expect.any(String) },
    });
  });

  it('connects the store, so that its invoices can be read', async () => {
    const desk = await openTestApp();
    const { cookie } = await signInByTab(desk);
    const list = await callerWith(desk.fetch, { Cookie: cookie }).get('/api/invoices');
    expect(list.status).toBe(200);
  });

  it('ties its cookies to the host over HTTPS', async () => {
    const desk = await openTestApp({ publicUrl: 'https://desk.test' });
    const { callback } = await signInByTab(desk);
    const line = callback.headers.getSetCookie().find((text) => /^__Host-session=/.test(text));
    expect(line).toContain('Secure');
    expect(callback.headers.get('Strict-Transport-Security')).toContain('max-age=31536000');
  });

  it('asks Salla for what it needs, with a state that survives Salla', async () => {
    const { consent } = await beginSignIn(await openTestApp());
    expect(consent.searchParams.get('scope')).toBe('offline_access orders.read_write');
    expect(consent.searchParams.get('redirect_uri')).toBe('http://desk.test/auth/callback');
    expect(consent.searchParams.get('state')).toMatch(/^[a-z\d]{20,}$/);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/a\nb', '/a\0', 'x'])(
    'does not return to %j',
    async (returnTo) => {
      const desk = await openTestApp();
      const answer = await desk.fetch(`/auth/login?returnTo=${encodeURIComponent(returnTo)}`);
      expect(answer.status).toBe(400);
      expect(Object.keys((await answer.json()).fields)).toEqual(['returnTo']);
    },
  );

  it('ends on the sign-in page where the person refuses', async () => {
    const desk = await openTestApp();
    const { consent, cookie } = await beginSignIn(desk, '/deliveries');
    const path = await answerConsent(desk, consent, 'deny');
    const callback = await desk.fetch(path, { headers: { Cookie: cookie } });
    expect(callback.headers.get('Location')).toBe(
      '/sign-in?problem=refused&returnTo=%2Fdeliveries',
    );
    expect(cookieOf(callback, /^session=/)).toBe('');
  });

  it.each([
    ['a code that is none', 'code=nonsense', 'failed'],
    ['no code', '', 'failed'],
  ])('ends on the sign-in page with %s', async (_, code, problem) => {
    const desk = await openTestApp();
    const { consent, cookie } = await beginSignIn(desk);
    const state = consent.searchParams.get('state');
    const callback = await desk.fetch(`/auth/callback?state=${state}&${code}`, {
      headers: { Cookie: cookie },
    });
    expect(callback.headers.get('Location')).toBe(`/sign-in?problem=${problem}`);
  });

  it('says so where Salla does not answer', async () => {
    const desk = await openTestApp();
    const { consent, cookie } = await beginSignIn(desk);
    const path = await answerConsent(desk, consent, 'allow');
    desk.sandbox.setFaults([{ method: 'POST', path: '/oauth2/token', answer: '503' }]);
    const callback = await desk.fetch(path, { headers: { Cookie: cookie } });
    expect(callback.headers.get('Location')).toBe('/sign-in?problem=unavailable');
  });

  it('uses a code once', async () => {
    const desk = await openTestApp();
    const { consent, cookie } = await beginSignIn(desk);
    const path = await answerConsent(desk, consent, 'allow');
    await desk.fetch(path, { headers: { Cookie: cookie } });
    const again = await desk.fetch(path, { headers: { Cookie: cookie } });
    expect(again.headers.get('Location')).toBe('/sign-in?problem=failed');
    expect(cookieOf(again, /^session=./)).toBe('');
  });
});

describe('a callback that did not begin in this browser', () => {
  it('signs nobody in, and begins a sign-in of ours instead', async () => {
    const desk = await openTestApp();
    const { consent } = await beginSignIn(desk);
    const attackers = await answerConsent(desk, consent, 'allow');
    const victim = await beginSignIn(desk);
    for (const Cookie of ['', victim.cookie, 'sign_in=nonsense']) {
      const callback = await desk.fetch(attackers, { headers: { Cookie } });
      expect(cookieOf(callback, /^session=/)).toBe('');
      expect(callback.headers.get('Location')).toContain('/oauth2/auth?');
    }
  });

  it('leads a person whom Salla sent after an install through a sign-in of ours', async () => {
    const desk = await openTestApp();
    const sent = await desk.fetch('/auth/callback?code=whatever&state=sallas0own0state');
    const consent = new URL(sent.headers.get('Location') ?? '');
    const path = await answerConsent(desk, consent, 'allow');
    const binding = cookieOf(sent, /sign_in=/);
    const callback = await desk.fetch(path, { headers: { Cookie: binding } });
    expect(pathOf(callback.headers.get('Location'))).toBe('/');
    expect(cookieOf(callback, /^session=/)).not.toBe('');
  });

  it('does not go round in circles in a browser that keeps no cookie', async () => {
    const desk = await openTestApp();
    const sent = await desk.fetch('/auth/callback?code=whatever&state=sallas0own0state');
    const path = await answerConsent(desk, new URL(sent.headers.get('Location') ?? ''), 'allow');
    const callback = await desk.fetch(path);
    expect(callback.headers.get('Location')).toBe('/sign-in?problem=expired');
  });
});
