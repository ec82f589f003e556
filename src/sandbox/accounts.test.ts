import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { demoStore } from './seed/stores.ts';
import { appUrl, openSandbox, origin } from './testing/openSandbox.ts';

type Salla = ReturnType<typeof openSandbox>;

const redirect_uri = `${appUrl}/auth/callback`;
const asked = {
  client_id: 'sandbox',
  response_type: 'code',
  redirect_uri,
  scope: 'offline_access orders.read_write',
  state: '12-34-56-78',
};
const secrets = { client_id: 'sandbox', client_secret: 'sandbox-secret' };
const Pair = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.number(),
  scope: z.string(),
  token_type: z.literal('bearer'),
});

function post({ sandbox }: Salla, path: string, values: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams(values);
  return sandbox.fetch(new Request(`${origin}${path}`, { method: 'POST', body }));
}

/** A member of the staff presses "allow": the address that the browser is sent back to. */
async function consent(salla: Salla, values: Record<string, string> = {}): Promise<URL> {
  const user = String(demoStore.staff[1]?.id);
  const answer = await post(salla, '/oauth2/auth', {
    ...asked,
    user,
    decision: 'allow',
    ...values,
  });
  expect(answer.status).toBe(302);
  return new URL(answer.headers.get('Location') ?? '');
}

async function signIn(salla: Salla): Promise<z.infer<typeof Pair>> {
  const code = (await consent(salla)).searchParams.get('code') ?? '';
  const values = { ...secrets, grant_type: 'authorization_code', code, redirect_uri };
  return Pair.parse(await (await post(salla, '/oauth2/token', values)).json());
}

function refresh(salla: Salla, refresh_token: string): Promise<Response> {
  return post(salla, '/oauth2/token', { ...secrets, grant_type: 'refresh_token', refresh_token });
}

const works = async (salla: Salla, token: string) =>
  (await salla.call('/admin/v2/orders', { token })).status === 200;

describe('the consent page', () => {
  it('is a page that a person submits', async () => {
    const salla = openSandbox();
    const page = await salla.call(`/oauth2/auth?${new URLSearchParams(asked)}`);
    expect(page.headers.get('Content-Type')).toContain('text/html');
    const text = await page.text();
    expect(text).toMatch(/<form[^>]*method="post"/);
    expect(text).toContain('12-34-56-78');
  });

  it('sends the code back with the state less its hyphens', async () => {
    const { href, searchParams } = await consent(openSandbox());
    expect(href.startsWith(redirect_uri)).toBe(true);
    expect(searchParams.get('state')).toBe('12345678');
    expect(searchParams.get('code')).toBeTruthy();
  });

  it('sends back what was denied and a short state', async () => {
    const salla = openSandbox();
    const error = async (values: Record<string, string>) =>
      (await consent(salla, values)).searchParams.get('error');
    expect(await error({ decision: 'deny' })).toBe('access_denied');
    expect(await error({ state: '1234567' })).toBe('invalid_state');
  });

  it('never redirects to an address that is not registered', async () => {
    const salla = openSandbox();
    for (const values of [{ redirect_uri: 'https://evil.example/' }, { client_id: 'other' }]) {
      const query = new URLSearchParams({ ...asked, ...values });
      const answer = await salla.call(`/oauth2/auth?${query}`);
      expect(answer.status).toBe(400);
      expect(answer.headers.get('Location')).toBeNull();
    }
  });
});

describe('tokens', () => {
  it('come for a code, once, with the seconds that they live', async () => {
    const salla = openSandbox();
    const code = (await consent(salla)).searchParams.get('code') ?? '';
    const values = { ...secrets, grant_type: 'authorization_code', code, redirect_uri };
    const pair = Pair.parse(await (await post(salla, '/oauth2/token', values)).json());
    expect(pair.expires_in).toBe(1_209_599);
    expect(pair).not.toHaveProperty('expires');
    expect(await works(salla, pair.access_token)).toBe(true);
    const again = await post(salla, '/oauth2/token', values);
    expect(again.status).toBe(400);
    expect(await again.json()).toMatchObject({ error: 'invalid_grant' });
    expect(await works(salla, pair.access_token)).toBe(false);
  });

  it('are refused to another secret, another redirect address, and in JSON', async () => {
    const salla = openSandbox();
    const code = (await consent(salla)).searchParams.get('code') ?? '';
    const values = { ...secrets, grant_type: 'authorization_code', code, redirect_uri };
    const error = async (answer: Response) =>
      z.object({ error: z.string() }).parse(await answer.json()).error;
    const other = { ...values, client_secret: 'guessed' };
    expect(await error(await post(salla, '/oauth2/token', other))).toBe('invalid_client');
    const elsewhere = { ...values, redirect_uri: `${appUrl}/elsewhere` };
    expect(await error(await post(salla, '/oauth2/token', elsewhere))).toBe('invalid_grant');
    const json = {
      method: 'POST',
      body: JSON.stringify(values),
      headers: { 'Content-Type': 'application/json' },
    };
    expect(await error(await salla.call('/oauth2/token', json))).toBe('invalid_request');
  });

  it('are replaced by a refresh: the old pair is dead, the new one works', async () => {
    const salla = openSandbox();
    const old = await signIn(salla);
    const renewed = Pair.parse(await (await refresh(salla, old.refresh_token)).json());
    expect(await works(salla, old.access_token)).toBe(false);
    expect(await works(salla, renewed.access_token)).toBe(true);
  });

  it('are all revoked when a refresh token is used twice', async () => {
    const salla = openSandbox();
    const old = await signIn(salla);
    const renewed = Pair.parse(await (await refresh(salla, old.refresh_token)).json());
    const reused = await refresh(salla, old.refresh_token);
    expect(reused.status).toBe(400);
    expect(await reused.json()).toMatchObject({ error: 'invalid_grant' });
    expect(await works(salla, renewed.access_token)).toBe(false);
    expect((await refresh(salla, renewed.refresh_token)).status).toBe(400);
  });

  it('are taken by a sandbox that is started later with the same secret, and by no other', async () => {
    const before = openSandbox({ secret: 'of the database' });
    const { access_token: token, refresh_token = '' } = before.sandbox.issueTokens();
    const other = openSandbox({ secret: 'of another' });
    expect(await works(other, token)).toBe(false);
    expect((await refresh(other, refresh_token)).status).toBe(400);

    const later = openSandbox({ secret: 'of the database' });
    expect(await works(later, token)).toBe(true);
    const renewed = Pair.parse(await (await refresh(later, refresh_token)).json());
    expect(await works(later, token)).toBe(false);
    // The first one hears of the refresh by the tokens that came of it.
    expect(await works(before, renewed.access_token)).toBe(true);
    expect(await works(before, token)).toBe(false);

    await later.sandbox.uninstall();
    expect(await works(later, before.sandbox.issueTokens().access_token)).toBe(false);
    later.clock.at += 1;
    before.clock.at += 1;
    expect(await works(later, before.sandbox.issueTokens().access_token)).toBe(true);
  });

  it.each(['orders.read', 'customers.read', ''])(
    'have the scopes of the app, whatever is asked for (%s)',
    async (scope) => {
      const salla = openSandbox();
      const back = (await consent(salla, { scope })).searchParams;
      const code = back.get('code') ?? '';
      const values = { ...secrets, grant_type: 'authorization_code', code, redirect_uri };
      const pair = Pair.parse(await (await post(salla, '/oauth2/token', values)).json());
      expect(pair.scope).toBe('orders.read_write offline_access');
      expect(back.get('scope')).toBe(pair.scope);
    },
  );

  it('tell who signed in, and what the token may until when', async () => {
    const salla = openSandbox();
    const { access_token: token } = await signIn(salla);
    expect(await salla.json('/oauth2/user/info', { token })).toMatchObject({
      status: 200,
      success: true,
      data: {
        id: demoStore.staff[1]?.id,
        name: demoStore.staff[1]?.name,
        merchant: { id: demoStore.id, name: demoStore.name, plan: 'plus', status: 'active' },
        context: {
          app: 1000,
          scope: 'orders.read_write offline_access',
          exp: salla.clock.at / 1000 + 1_209_599,
        },
      },
    });
    expect((await salla.call('/oauth2/user/info', { token: 'wrong' })).status).toBe(401);
  });
});
