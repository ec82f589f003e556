import { describe, expect, it } from 'vitest';
import { connected, fixedClock, startSandbox, storeId } from '../../testing/connectedStore.ts';
import { sandboxTransport } from '../../testing/sandboxTransport.ts';
import { type SallaTransport, type TransportAnswer, TransportError } from '../client/transport.ts';
import { createAccounts } from './accounts.ts';
import { createIntrospect } from './introspect.ts';

const clock = fixedClock();
const origin = 'http://salla.test';

function accountsOn(transport: SallaTransport) {
  const app = { clientId: 'sandbox', clientSecret: 'sandbox-secret' };
  return createAccounts({ accountsUrl: origin, ...app, transport, now: clock.now });
}

function accountsAnswering(answer: Partial<TransportAnswer>) {
  return accountsOn(async () => ({ status: 200, headers: {}, body: '', ...answer }));
}

/** A code as the sandbox's consent page gives it to the browser. */
async function consentedCode(sandbox: ReturnType<typeof startSandbox>): Promise<string> {
  const asked = {
    client_id: 'sandbox',
    response_type: 'code',
    redirect_uri: `${origin}/auth/callback`,
    scope: 'offline_access orders.read_write',
    state: 'state1234',
  };
  const address = `${origin}/oauth2/auth`;
  const page = await sandbox.fetch(new Request(`${address}?${new URLSearchParams(asked)}`));
  const user = /value="(\d+)"/.exec(await page.text())?.[1] ?? '';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams({ ...asked, user, decision: 'allow' }).toString();
  const agreed = await sandbox.fetch(new Request(address, { method: 'POST', headers, body }));
  return new URL(agreed.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

describe('signing in', () => {
  it('exchanges a code once, and says who it is and for which store', async () => {
    const sandbox = startSandbox(clock);
    const accounts = accountsOn(sandboxTransport((request) => sandbox.fetch(request)));
    const code = await consentedCode(sandbox);
    const pair = await accounts.exchangeCode(code, `${origin}/auth/callback`);
    expect(pair.scopes.toSorted()).toEqual(['offline_access', 'orders.read_write']);
    expect(pair.expiresAt).toBe(clock.now() + 1_209_599_000);
    expect(await accounts.userInfo(pair.accessToken)).toMatchObject({
      user: { name: expect.any(String) },
      store: { id: storeId, name: expect.any(String) },
    });
    const again = accounts.exchangeCode(code, `${origin}/auth/callback`);
    await expect(again).rejects.toMatchObject({ code: 'token_rejected' });
  });

  it.each([
    ['as it is', { id: 5, name: 'سارة', merchant: { id: 7, name: 'نخيل' } }],
    [
      'with a data envelope',
      { data: { id: '5', name: 'سارة', merchant: { id: '7', name: 'نخيل' } } },
    ],
    ['of an old answer', { id: 5, name: 'سارة', store: { id: 7, name: 'نخيل' } }],
    [
      'of an old answer with a data envelope',
      { status: 200, success: true, data: { id: 5, name: 'سارة', store: { id: 7, name: 'نخيل' } } },
    ],
    [
      'with an empty merchant beside an old store',
      { data: { id: 5, name: 'سارة', merchant: [], store: { id: 7, name: 'نخيل' } } },
    ],
  ])('reads the user %s', async (_what, json) => {
    expect(await accountsAnswering({ body: JSON.stringify(json) }).userInfo('a')).toEqual({
      user: { id: 5, name: 'سارة' },
      store: { id: 7, name: 'نخيل' },
    });
  });

  it.each([
    ['a refused token', { status: 401, body: '{}' }, 'token_rejected'],
    ['HTML', { body: '<html>' }, 'salla_unavailable'],
    ['a gateway that blocks', { status: 403, body: '<html>' }, 'salla_unavailable'],
    ['a gateway that wants a password', { status: 401, body: '<html>' }, 'salla_unavailable'],
    ['a user without a store', { body: '{"id":5}' }, 'salla_unavailable'],
    ['a 500', { status: 500 }, 'salla_unavailable'],
  ])('fails on %s', async (_what, answer, code) => {
    await expect(accountsAnswering(answer).userInfo('a')).rejects.toMatchObject({ code });
  });

  it('fails on our own wrong settings without calling the code bad', async () => {
    const answer = { status: 401, body: '{"error":"invalid_client"}' };
    const exchanged = accountsAnswering(answer).exchangeCode('code', origin);
    await expect(exchanged).rejects.toMatchObject({ code: 'salla_unavailable' });
  });
});

describe('a refresh', () => {
  it.each([
    ['invalid_grant', 400, '{"error":"invalid_grant"}', 'revoked'],
    ['invalid_grant as a 401', 401, '{"error":"invalid_grant"}', 'revoked'],
    ["invalid_grant in Salla's envelope", 400, '{"error":{"code":"invalid_grant"}}', 'revoked'],
    ['our own wrong secret', 401, '{"error":"invalid_client"}', 'not_now'],
    ['a 400 in HTML', 400, '<html>', 'not_now'],
    ['a 429', 429, '', 'not_now'],
    ['a 503', 503, '<html>', 'not_now'],
    ['a gateway that blocks', 403, '<html>', 'not_now'],
    ['a gateway that wants a password', 401, '<html>invalid_grant</html>', 'not_now'],
    ['a gateway that doesn’t reach Salla', 521, '<html>', 'not_now'],
    ['a gateway that waited in vain', 524, '<html>', 'lost'],
    ['a 500', 500, '', 'lost'],
    ['a 502', 502, '<html>', 'lost'],
    ['a 200 in HTML', 200, '<html>', 'lost'],
    ['a 200 without tokens', 200, '{}', 'lost'],
  ])('that meets %s (%s)', async (_what, status, body, outcome) => {
    expect(await accountsAnswering({ status, body }).refresh('ory_rt')).toEqual({ outcome });
  });

  it.each([
    [false, 'not_now'],
    [true, 'lost'],
  ])('without an answer, left: %s, is %s', async (sent, outcome) => {
    const accounts = accountsOn(async (request) => {
      throw new TransportError(request, 'reset', sent);
    });
    expect(await accounts.refresh('ory_rt')).toEqual({ outcome });
  });

  it.each([
    ['an absolute end', { expires: 1_800_000_000 }, 1_800_000_000_000],
    ['a duration', { expires_in: 60 }, clock.now() + 60_000],
    ['neither', {}, clock.now() + 3_600_000],
    ['a duration as `expires`', { expires: 1_209_599 }, clock.now() + 1_209_599_000],
    ['a duration as text', { expires: '1209599' }, clock.now() + 1_209_599_000],
    ['an absolute `expires_in`', { expires_in: 1_800_000_000 }, 1_800_000_000_000],
    ['ms', { expires: 1_800_000_000_123 }, 1_800_000_000_123],
    ['ms as text', { expires_in: '1800000000123' }, 1_800_000_000_123],
    ['zero', { expires: 0, expires_in: 60 }, clock.now() + 60_000],
    ['zero twice', { expires: '0', expires_in: 0 }, clock.now() + 3_600_000],
    ['a negative duration', { expires_in: -5 }, clock.now() + 3_600_000],
    ['a time that is over already', { expires: 1_700_000_000 }, clock.now() + 3_600_000],
    ['an end that no clock reaches', { expires: 1e300 }, clock.now() + 3_600_000],
    ['no time at all', { expires: 'soon', expires_in: null }, clock.now() + 3_600_000],
  ])('whose answer names %s', async (_what, end, expiresAt) => {
    const body = JSON.stringify({ access_token: 'a', refresh_token: 'b', ...end });
    expect(await accountsAnswering({ body }).refresh('ory_rt')).toMatchObject({
      outcome: 'refreshed',
      pair: { accessToken: 'a', refreshToken: 'b', expiresAt },
    });
  });
});

describe('an embedded token', () => {
  const introspectOn = (transport: SallaTransport, appId = '1000') => {
    const introspectUrl = `${origin}/exchange-authority/v1/introspect`;
    return createIntrospect({ introspectUrl, appId, transport, now: clock.now });
  };

  it('says whose it is, for as long as it lives', async () => {
    const sandbox = startSandbox(clock);
    const introspect = introspectOn(sandboxTransport((request) => sandbox.fetch(request)));
    const token = sandbox.issueEmbeddedToken({ expiresInSeconds: 60 });
    const identity = await introspect(token);
    expect(identity).toMatchObject({ storeId, expiresAt: clock.now() + 60_000 });
    expect(identity.userId).toBeGreaterThan(0);
    clock.pass(61_000);
    await expect(introspect(token)).rejects.toMatchObject({ code: 'token_rejected' });
  });

  it.each([
    [
      'no token of ours',
      { status: 401, body: '{"error":{"message":"Decryption failed"}}' },
      'token_rejected',
    ],
    ['one that ended', { body: identityBody({ exp: '2020-01-01T00:00:00Z' }) }, 'token_rejected'],
    ['no store', { body: identityBody({ merchant_id: null }) }, 'salla_unavailable'],
    ['no end', { body: identityBody({ exp: 'soon' }) }, 'salla_unavailable'],
    ['no success', { body: '{"success":false}' }, 'salla_unavailable'],
    ['a gateway that blocks', { status: 403, body: '<html>' }, 'salla_unavailable'],
    ['a gateway that wants a password', { status: 401, body: '<html>' }, 'salla_unavailable'],
    ['a gateway that doesn’t reach Salla', { status: 521, body: '<html>' }, 'salla_unavailable'],
    ['HTML', { body: '<html>' }, 'salla_unavailable'],
    ['a 500', { status: 500 }, 'salla_unavailable'],
    ['a 429', { status: 429 }, 'rate_limited'],
  ])('that Salla answers with %s lets nobody in', async (_what, answer, code) => {
    const introspect = introspectOn(async () => ({
      status: 200,
      headers: {},
      body: '',
      ...answer,
    }));
    await expect(introspect('token')).rejects.toMatchObject({ code });
  });
});

function identityBody(change: object): string {
  const data = { merchant_id: storeId, user_id: 5, exp: '2099-01-01T00:00:00Z', ...change };
  return JSON.stringify({ status: 200, success: true, data });
}

it('holds no token in a failure to sign in', async () => {
  const { accounts } = await connected({
    between: async (request) => {
      throw new TransportError(request, 'reset', true);
    },
  });
  const failure: unknown = await accounts.exchangeCode('ory_ac_secret', origin).catch((why) => why);
  if (!(failure instanceof Error)) throw new Error('it did not fail');
  const told = `${failure.stack} ${JSON.stringify(failure)} ${failure.cause}`;
  expect(told).not.toMatch(/ory_ac|sandbox-secret/);
});
