import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import Strategy from '@salla.sa/passport-strategy/src/strategy.js';
import actions from '@salla.sa/webhooks-actions';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { sandboxApp } from '../sandbox/app.ts';
import { type StartSandboxOptions, startSandbox } from '../sandbox/main.ts';
import { demoStore } from '../sandbox/seed/stores.ts';

/** Salla's packages for Node against the sandbox over HTTP: what they take, an app built with them takes of Salla. */
const closing: Array<() => unknown> = [];

afterEach(async () => {
  vi.restoreAllMocks();
  for (const close of closing.splice(0).toReversed()) await close();
});

async function openSandbox(options: Pick<StartSandboxOptions, 'appUrl' | 'webhookStrategy'>) {
  const running = await startSandbox({
    port: 0,
    orders: 20,
    framedAppUrl: options.appUrl,
    ...options,
  });
  closing.push(() => running.close());
  return running;
}

type Outcome =
  | { outcome: 'redirected'; url: URL }
  | { outcome: 'signed in'; user: unknown }
  | { outcome: 'refused'; why: unknown };

/** Runs the strategy as Passport does. */
function authenticate(
  strategy: Strategy,
  request: { query: Record<string, string>; session: object },
): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const run: Strategy = Object.create(strategy);
  run.redirect = (url) => resolve({ outcome: 'redirected', url: new URL(url) });
  run.success = (user) => resolve({ outcome: 'signed in', user });
  run.fail = (why) => resolve({ outcome: 'refused', why });
  run.error = (why) => resolve({ outcome: 'refused', why });
  run.authenticate(request);
  return promise;
}

/** Fills in the consent page and sends it as a browser does; the address that the browser is sent to. */
async function allow(address: URL): Promise<URL> {
  const page = await (await fetch(address)).text();
  const hidden = page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  const values = new URLSearchParams([...hidden].map(([, name = '', value = '']) => [name, value]));
  values.set('user', String(demoStore.staff[0].id));
  values.set('decision', 'allow');
  const answer = await fetch(new URL('/oauth2/auth', address), {
    method: 'POST',
    body: values,
    redirect: 'manual',
  });
  return new URL(answer.headers.get('Location') ?? '');
}

describe('Salla’s strategy for Passport', () => {
  it('signs a member of the staff in, and refreshes the tokens', async () => {
    const appUrl = 'http://localhost:1';
    const { origin } = await openSandbox({ appUrl });
    const strategy = new Strategy(
      {
        clientID: sandboxApp.clientId,
        clientSecret: sandboxApp.clientSecret,
        callbackURL: `${appUrl}/auth/callback`,
        authorizationURL: `${origin}/oauth2/auth`,
        tokenURL: `${origin}/oauth2/token`,
        userProfileURL: `${origin}/oauth2/user/info`,
      },
      (accessToken, refreshToken, expiresIn, profile, done) =>
        done(null, { accessToken, refreshToken, expiresIn, profile }),
    );
    const session = {};
    const asked = await authenticate(strategy, { query: {}, session });
    if (asked.outcome !== 'redirected') throw new Error(`no redirect: ${JSON.stringify(asked)}`);
    const back = await allow(asked.url);
    const query = Object.fromEntries(back.searchParams);
    const signedIn = await authenticate(strategy, { query, session });
    if (signedIn.outcome !== 'signed in') throw new Error(JSON.stringify(signedIn));
    expect(signedIn).toMatchObject({
      user: {
        accessToken: expect.any(String),
        refreshToken: expect.any(String),
        expiresIn: 1_209_599,
        profile: {
          id: demoStore.staff[0].id,
          email: demoStore.staff[0].email,
          merchant: { id: demoStore.id },
          context: { app: Number(sandboxApp.id) },
        },
      },
    });

    const { refreshToken } = z.object({ refreshToken: z.string() }).parse(signedIn.user);
    const renewed = await new Promise<string>((resolve, reject) => {
      strategy._oauth2.getOAuthAccessToken(
        refreshToken,
        { grant_type: 'refresh_token' },
        (error, accessToken) => (error ? reject(error) : resolve(accessToken)),
      );
    });
    const headers = { Authorization: `Bearer ${renewed}` };
    expect((await fetch(`${origin}/admin/v2/orders`, { headers })).status).toBe(200);
  });
});

describe('Salla’s package for webhooks', () => {
  it('takes the events of the sandbox, and of nobody who lacks the secret', async () => {
    // It says of each event that no file of ours handles it.
    vi.spyOn(console, 'log').mockReturnValue();
    const server = createServer(async (request, response) => {
      actions.checkActions(await json(request), request.headers.authorization);
      response.end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing.push(() => server.close());
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const appUrl = `http://127.0.0.1:${port}`;

    const heard: unknown[] = [];
    actions.setSecret(sandboxApp.webhookSecret);
    for (const event of ['app.installed', 'app.store.authorize', 'invoice.created']) {
      actions.on(event, (body) => heard.push(body));
      closing.push(() => actions.removeLastListener(event));
    }
    const { sandbox } = await openSandbox({ appUrl, webhookStrategy: 'token' });
    expect(await sandbox.install()).toBe(200);
    expect(heard).toEqual([
      expect.objectContaining({ event: 'app.installed', merchant: demoStore.id }),
      {
        event: 'app.store.authorize',
        merchant: demoStore.id,
        created_at: expect.any(String),
        data: {
          access_token: expect.any(String),
          refresh_token: expect.any(String),
          expires: expect.any(Number),
          scope: 'orders.read_write offline_access',
          token_type: 'bearer',
        },
      },
    ]);

    actions.setSecret('another secret');
    await sandbox.sendWebhook('app.installed');
    expect(heard).toHaveLength(2);
  });
});
