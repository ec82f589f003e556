import type { TestApp } from './testApp.ts';

/** The cookies that a browser sends back. */
export function cookieOf(answer: Response, name: RegExp): string {
  const line = answer.headers.getSetCookie().find((cookie) => name.test(cookie)) ?? '';
  return line.split(';')[0] ?? '';
}

export function pathOf(location: string | null): string {
  const { pathname, search } = new URL(location ?? '', 'http://desk.test');
  return pathname + search;
}

/** Begins a sign-in: the address of Salla's consent page, and the cookie that binds it to this browser. */
export async function beginSignIn(desk: TestApp, returnTo = '/') {
  const login = await desk.fetch(`/auth/login?returnTo=${encodeURIComponent(returnTo)}`);
  const consent = new URL(login.headers.get('Location') ?? '');
  return { login, consent, cookie: cookieOf(login, /sign_in=/) };
}

/** Answers Salla's consent page; returns where Salla redirects. */
export async function answerConsent(desk: TestApp, consent: URL, decision: 'allow' | 'deny') {
  const page = await (await desk.sandbox.fetch(new Request(consent))).text();
  const user = /value="(\d+)"/.exec(page)?.[1] ?? '';
  const body = new URLSearchParams(consent.searchParams);
  body.set('user', user);
  body.set('decision', decision);
  const request = new Request(new URL('/oauth2/auth', consent), { method: 'POST', body });
  const answer = await desk.sandbox.fetch(request);
  return pathOf(answer.headers.get('Location'));
}

/** A complete sign-in in a tab: the session cookie, and the last address. */
export async function signInByTab(desk: TestApp, returnTo = '/') {
  const { consent, cookie: binding } = await beginSignIn(desk, returnTo);
  const path = await answerConsent(desk, consent, 'allow');
  const callback = await desk.fetch(path, { headers: { Cookie: binding } });
  return { callback, cookie: cookieOf(callback, /session=/) };
}
