import { once } from 'node:events';
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { createServer as createHttpServer, type ServerResponse } from 'node:http';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { engines } from './testing/postgres.ts';
import { openSandbox, spawnProxy, staffOf } from './testing/serverProcess.ts';

const sendPath = '/admin/v2/orders/*/send-invoice';
const closing: Array<() => unknown> = [];

afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

function newFolder() {
  return mkdtempSync(join(tmpdir(), 'desk-'));
}

function run(environment: Record<string, string>) {
  const proxy = spawnProxy(environment);
  closing.push(() => proxy.child.kill('SIGKILL'));
  return proxy;
}

async function openProxy(databaseUrl: string) {
  const salla = await openSandbox();
  closing.push(() => salla.running.close());
  const environment = { ...salla.environment, DATABASE_URL: databaseUrl };
  const proxy = run(environment);
  const staff = await staffOf(salla.running, await proxy.url());
  const { body } = await staff.get('/api/invoices?perPage=60');
  const row = body.data.find(
    (one: { type: string; documentUrl: string | null }) =>
      one.type === 'tax_invoice' && one.documentUrl === null,
  );
  return {
    ...salla,
    environment,
    proxy,
    staff,
    orderId: row.orderId,
  };
}

describe.each(engines)('a proxy on $engine that is killed', { timeout: 30_000 }, ({ newUrl }) => {
  it.each(['hang', 'slow'] as const)(
    'while a send is under way (%s) never sends it again',
    async (answer) => {
      const { running, sandbox, environment, proxy, staff, orderId } = await openProxy(
        await newUrl(),
      );
      sandbox.setFaults([{ method: 'POST', path: sendPath, answer, ms: 300, times: 1 }]);
      const asked = await staff.resend({ orders: [{ orderId }] });
      const { id } = asked.body.data.deliveries[0];
      // The fault is used up when the request has arrived at Salla.
      await expect.poll(() => sandbox.faults(), { timeout: 10_000 }).toEqual([]);
      proxy.child.kill('SIGKILL');
      await proxy.ended;

      const next = run(environment);
      const later = await staffOf(running, await next.url());
      const delivery = (await later.get(`/api/deliveries/${id}`)).body.data;
      expect(delivery).toMatchObject({ state: 'unconfirmed', reason: 'interrupted', attempts: 1 });
      const arrived = answer === 'slow' ? 1 : 0;
      await expect.poll(() => sandbox.mailbox().length).toBe(arrived);
      expect((await later.get('/api/deliveries')).body.counts.unconfirmed).toBe(1);
    },
  );

  it('before a send began has it sent by the next one, once', async () => {
    const { running, sandbox, environment, proxy, staff, orderId } = await openProxy(
      await newUrl(),
    );
    const asked = await staff.resend({ orders: [{ orderId }], undoSeconds: 1 });
    const { id } = asked.body.data.deliveries[0];
    proxy.child.kill('SIGKILL');
    await proxy.ended;
    const later = await staffOf(running, await run(environment).url());
    await expect
      .poll(async () => (await later.get(`/api/deliveries/${id}`)).body.data.state, {
        timeout: 10_000,
      })
      .toBe('sent');
    expect(sandbox.mailbox()).toHaveLength(1);
  });
});

describe('a proxy that is asked to stop before it stands', { timeout: 30_000 }, () => {
  it('ends cleanly', async () => {
    const asked = Promise.withResolvers<ServerResponse>();
    // The demo store is installed at PUBLIC_URL: a start waits for what answers there.
    let isStopping = false;
    const elsewhere = createHttpServer((_request, response) => {
      if (isStopping) response.end();
      else asked.resolve(response);
    });
    elsewhere.listen(0, '127.0.0.1');
    closing.push(() => elsewhere.close());
    await once(elsewhere, 'listening');
    const address = elsewhere.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const proxy = run({
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      DATABASE_URL: 'sqlite::memory:',
      LOG_LEVEL: 'silent',
    });
    const answer = await asked.promise;
    proxy.child.kill('SIGTERM');
    isStopping = true;
    answer.end();
    expect(await proxy.ended).toMatchObject({ code: 0, signal: null });
  });
});

describe.each(engines)('a second proxy on the same $engine', { timeout: 30_000 }, ({ newUrl }) => {
  it('leaves alone what the first one is sending', async () => {
    const { running, sandbox, environment, staff, orderId } = await openProxy(await newUrl());
    sandbox.setFaults([{ method: 'POST', path: sendPath, answer: 'hang', times: 1 }]);
    const asked = await staff.resend({ orders: [{ orderId }] });
    const { id } = asked.body.data.deliveries[0];
    await expect.poll(() => sandbox.faults(), { timeout: 10_000 }).toEqual([]);

    const second = await staffOf(running, await run(environment).url());
    expect((await second.get(`/api/deliveries/${id}`)).body.data.state).toBe('sending');
    const again = await second.resend({ orders: [{ orderId }], allowRepeat: true });
    expect(again.body.data).toMatchObject({ deliveries: [], skipped: [{ orderId }] });
  });
});

describe.each(engines)(
  'a proxy on $engine that is asked to stop',
  { timeout: 30_000 },
  ({ newUrl }) => {
    it('answers the request and finishes the send that are under way', async () => {
      const { running, sandbox, environment, proxy, staff, orderId } = await openProxy(
        await newUrl(),
      );
      sandbox.setFaults([
        { method: 'POST', path: sendPath, answer: 'slow', ms: 600, times: 1 },
        { method: 'GET', path: '/admin/v2/orders/invoices', answer: 'slow', ms: 600, times: 1 },
      ]);
      const asked = await staff.resend({ orders: [{ orderId }] });
      const { id } = asked.body.data.deliveries[0];
      const list = staff.get('/api/invoices');
      await expect.poll(() => sandbox.faults(), { timeout: 10_000 }).toEqual([]);
      proxy.child.kill('SIGTERM');
      expect((await list).status).toBe(200);
      expect(await proxy.ended).toMatchObject({ code: 0, signal: null });
      const later = await staffOf(running, await run(environment).url());
      expect((await later.get(`/api/deliveries/${id}`)).body.data.state).toBe('sent');
      expect(sandbox.mailbox()).toHaveLength(1);
    });
  },
);

describe('a proxy that is asked to stop while a connection is silent', { timeout: 30_000 }, () => {
  it('ends', async () => {
    const salla = await openSandbox();
    closing.push(() => salla.running.close());
    const proxy = run({ ...salla.environment, DATABASE_URL: 'sqlite::memory:' });
    const silent = connect(Number(new URL(await proxy.url()).port), '127.0.0.1');
    closing.push(() => silent.destroy());
    await once(silent, 'connect');
    proxy.child.kill('SIGTERM');
    expect(await proxy.ended).toMatchObject({ code: 0, signal: null });
  });
});

describe('a start', { timeout: 30_000 }, () => {
  it('with nothing configured brings the sandbox, with the app installed', async () => {
    const folder = newFolder();
    const proxy = run({
      DATABASE_URL: `sqlite:${join(folder, 'deep', 'desk.db')}`,
      LOG_LEVEL: 'silent',
    });
    const url = await proxy.url();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    proxy.child.kill('SIGTERM');
    const { code, output } = await proxy.ended;
    expect(code).toBe(0);
    expect(output).toMatch(/mailbox +http:\/\/localhost:\d+\/mailbox/);
    // Secrets and data are for the owner of the process alone.
    for (const name of readdirSync(join(folder, 'deep'))) {
      expect(statSync(join(folder, 'deep', name)).mode & 0o077).toBe(0);
    }
  });

  it('that logs all it can log never logs a secret', async () => {
    const salla = await openSandbox();
    closing.push(() => salla.running.close());
    const databaseUrl = `sqlite:${join(newFolder(), 'desk.db')}`;
    const proxy = run({ ...salla.environment, DATABASE_URL: databaseUrl, LOG_LEVEL: 'trace' });
    const url = await proxy.url();
    const staff = await staffOf(salla.running, url);
    await fetch(`${url}/?token=secret-of-the-frame`);
    await fetch(`${url}/auth/callback?code=secret-code&state=secret-state`);
    await fetch(`${url}/api/session`, { headers: { Cookie: 'session=secret-cookie' } });
    await fetch(`${url}/api/session`, { headers: { Authorization: 'Bearer secret-bearer' } });
    salla.sandbox.setFaults([{ method: 'GET', path: '/admin/', answer: '500', times: 1 }]);
    await staff.get('/api/orders?q=secret-customer');
    proxy.child.kill('SIGTERM');
    const { output } = await proxy.ended;
    expect(output).toContain('"path":"/api/orders"');
    expect(output).not.toMatch(/secret-|Bearer|eyJ|sandbox-secret|access_token/);
  });

  it('with a setting that makes no sense ends with a line that names it', async () => {
    const { code, errors } = await run({ PORT: 'http' }).ended;
    expect(code).toBe(1);
    expect(errors).toBe('PORT must be a whole number from 0 to 65535.\n');
  });

  it('beside another on the same database breaks the connection of neither', async () => {
    const environment = {
      DATABASE_URL: `sqlite:${join(newFolder(), 'desk.db')}`,
      LOG_LEVEL: 'silent',
    };
    const staffAt = async (proxy: ReturnType<typeof run>) => {
      const url = await proxy.url();
      const findSandbox = () => /\(sandbox\) +(\S+)\n/.exec(proxy.output())?.[1];
      // Its line comes after the one that `url` waits for.
      await expect.poll(findSandbox).toBeDefined();
      const sandboxUrl = findSandbox();
      const post = async (path: string, body: unknown) =>
        (
          await fetch(`${sandboxUrl}/_sandbox/${path}`, {
            method: 'POST',
            body: JSON.stringify(body),
          })
        ).json();
      const opened = await fetch(`${url}/api/session`, {
        method: 'POST',
        body: JSON.stringify(await post('embedded-token', {})),
        headers: { 'Content-Type': 'application/json' },
      });
      const { sessionToken } = await opened.json();
      const headers = { Authorization: `Bearer ${sessionToken}` };
      return {
        post,
        status: async (path: string) => (await fetch(url + path, { headers })).status,
      };
    };
    const one = await staffAt(run(environment));
    const other = await staffAt(run(environment));
    const expired = {
      method: 'GET',
      path: '/admin/v2/orders/invoices',
      answer: 'body',
      status: 401,
      body: { status: 401, success: false, error: { message: 'The access token is invalid' } },
      times: 1,
    };
    // Each refreshes at its own sandbox the tokens that came from the other's.
    for (const [page, staff] of [one, other, one, other].entries()) {
      await staff.post('faults', [expired]);
      expect(await staff.status(`/api/invoices?page=${page + 1}`)).toBe(200);
    }
  });

  it.each(['PORT', 'SANDBOX_PORT'])('on a %s that is taken says so in a line', async (name) => {
    const server = createServer().listen(0, '127.0.0.1');
    closing.push(() => server.close());
    await expect.poll(() => server.address()).not.toBeNull();
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const { code, errors } = await run({ [name]: port, DATABASE_URL: 'sqlite::memory:' }).ended;
    expect(code).toBe(1);
    expect(errors).toBe(`${name} ${port} is taken by another program.\n`);
  });
});
