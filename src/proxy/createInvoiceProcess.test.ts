import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { contents, formOf, ordersOf } from './testing/createInvoice.ts';
import { engines, newSqlite } from './testing/postgres.ts';
import { openSandbox, spawnProxy, staffOf } from './testing/serverProcess.ts';

const megabyte = 1024 * 1024;
const creating = { method: 'POST', path: '/admin/v2/orders/invoices' } as const;
const closing: Array<() => unknown> = [];

afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** A Salla over HTTP, proxies on one database each in a process of its own, and orders without an invoice. */
async function openProcesses(databaseUrl: string) {
  const salla = await openSandbox();
  closing.push(() => salla.running.close());
  salla.sandbox.setRequestsPerMinute(1_000_000);
  const environment = { ...salla.environment, DATABASE_URL: databaseUrl };
  return {
    ...salla,
    orders: (await ordersOf(salla)).free,
    run: async () => {
      const proxy = spawnProxy(environment);
      closing.push(() => proxy.child.kill('SIGKILL'));
      const staff = await staffOf(salla.running, await proxy.url());
      return {
        ...proxy,
        staff,
        create: (orderId: number) =>
          staff.post(
            '/api/invoices',
            { orderId, type: 'tax_invoice', ...contents.url },
            { 'Idempotency-Key': 'a' },
          ),
      };
    },
  };
}

describe('a proxy that is killed while Salla makes an invoice', { timeout: 30_000 }, () => {
  it.each([
    ['made', true],
    ['not made', false],
  ])('leaves it to the next one to tell what came of it (%s)', async (_what, after) => {
    const { sandbox, orders, run } = await openProcesses(await newSqlite());
    const [orderId = 0] = orders;
    const proxy = await run();
    sandbox.setFaults([{ ...creating, answer: 'hang', after, times: 1 }]);
    const answer = proxy.create(orderId).catch(() => 'lost');
    await expect.poll(() => sandbox.faults(), { timeout: 10_000 }).toEqual([]);
    if (after) {
      await expect
        .poll(async () => (await ordersOf({ sandbox })).free, { timeout: 10_000 })
        .not.toContain(orderId);
    }
    proxy.child.kill('SIGKILL');
    expect(await answer).toBe('lost');

    const next = await run();
    const { status, body } = await next.create(orderId);
    expect(status).toBe(201);
    const list = await next.staff.get(`/api/invoices?orderId=${orderId}`);
    expect(list.body.data).toEqual([body.data]);
  });
});

describe.each(engines)('two proxies on one $engine', { timeout: 30_000 }, ({ newUrl }) => {
  it('that get the same request at once have one invoice made, and both tell of it', async () => {
    const { sandbox, orders, run } = await openProcesses(await newUrl());
    const [orderId = 0] = orders;
    const proxies = [await run(), await run()];
    sandbox.setFaults([{ ...creating, answer: 'slow', ms: 500 }]);
    const [one, other] = await Promise.all(proxies.map((proxy) => proxy.create(orderId)));
    expect([one?.status, other?.status]).toEqual([201, 201]);
    expect(one?.body).toEqual(other?.body);
  });
});

/** In MB: how much of the process is in memory, or was at most since that was last reset. */
function memoryOf(pid: number, what: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${what}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
}

// Only Linux tells another process's peak, and lets it be reset.
describe.skipIf(!existsSync('/proc/self/clear_refs'))('a PDF of 10 MB', { timeout: 30_000 }, () => {
  it('passes byte for byte, with the proxy’s memory growing by less than 30 MB', async () => {
    const { running, orders, run } = await openProcesses(await newSqlite());
    const { child, staff } = await run();
    const pid = child.pid ?? 0;
    const upload = (orderId: number | undefined, file: Buffer<ArrayBuffer>) =>
      staff.upload(
        '/api/invoices',
        formOf({ orderId, type: 'tax_invoice', dataType: 'file' }, file),
      );
    const large = Buffer.alloc(10 * megabyte, '\r\n--formdata-undici-0');
    large.write('%PDF-1.7');
    for (let at = 8; at < large.length; at += 1021) large.writeUInt32LE(at, at & ~3);

    const [first, second] = orders;
    expect((await upload(first, Buffer.from('%PDF-1.7 small'))).status).toBe(201);
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
    const before = memoryOf(pid, 'VmRSS');
    const { status, body } = await upload(second, large);
    const grown = memoryOf(pid, 'VmHWM') - before;
    expect(status).toBe(201);
    const kept = await (await fetch(new URL(body.data.documentUrl, running.origin))).arrayBuffer();
    expect(Buffer.from(kept).equals(large)).toBe(true);
    expect(grown).toBeLessThan(30);
  });
});
