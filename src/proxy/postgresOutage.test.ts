import { afterEach, describe, expect, it } from 'vitest';
import { newPostgres } from './testing/postgres.ts';
import { openSandbox, spawnProxy, staffOf } from './testing/serverProcess.ts';
import { openGate } from './testing/tcpGate.ts';

const closing: Array<() => unknown> = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

function run(environment: Record<string, string>) {
  const proxy = spawnProxy(environment);
  closing.push(() => proxy.child.kill('SIGKILL'));
  return proxy;
}

describe('a proxy whose Postgres goes down', { timeout: 30_000 }, () => {
  it('says so, and works again when it is back', async () => {
    const { running, sandbox, environment } = await openSandbox();
    closing.push(() => running.close());
    const gate = await openGate(await newPostgres());
    closing.push(() => gate.shut());
    const proxy = run({ ...environment, DATABASE_URL: gate.url, LOG_LEVEL: 'trace' });
    const url = await proxy.url();
    const staff = await staffOf(running, url);
    const row = (await staff.get('/api/invoices')).body.data[0];
    const ready = async () => (await fetch(`${url}/readyz`)).status;
    expect(await ready()).toBe(200);

    for (let round = 0; round < 2; round++) {
      await gate.shut();
      expect(await ready()).toBe(503);
      const refused = await staff.get('/api/invoices');
      expect([refused.status, refused.body.code]).toEqual([500, 'internal']);
      const asked = await staff.resend({ orders: [{ orderId: row.orderId }] });
      expect(asked.status).toBe(500);
      await gate.reopen();
      await expect.poll(ready).toBe(200);
    }

    expect((await staff.get('/api/invoices')).status).toBe(200);
    const asked = await staff.resend({ orders: [{ orderId: row.orderId }] });
    const [delivery] = asked.body.data.deliveries;
    const state = async () => (await staff.get(`/api/deliveries/${delivery.id}`)).body.data.state;
    await expect.poll(state, { timeout: 10_000 }).toBe('sent');
    expect(sandbox.mailbox()).toHaveLength(1);

    proxy.child.kill('SIGTERM');
    const { code, output, errors } = await proxy.ended;
    expect(code).toBe(0);
    expect(output + errors).not.toContain(new URL(gate.url).password);
  });
});

describe('a proxy without Postgres', { timeout: 30_000 }, () => {
  it('ends with one line that names the setting, without the password', async () => {
    const { code, errors } = await run({
      DATABASE_URL: 'postgres://desk:hush@127.0.0.1:1/desk',
      SECRET_KEY: 'a secret for tests',
    }).ended;
    expect(code).toBe(1);
    expect(errors).toMatch(/^DATABASE_URL: Postgres at 127\.0\.0\.1:1\/desk .+ECONNREFUSED.+\.\n$/);
    expect(errors).not.toContain('hush');
  });
});
