import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openSandbox, staffOf } from './testing/serverProcess.ts';

const root = resolve(import.meta.dirname, '../..');
const closing: Array<() => unknown> = [];

afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** A command as a terminal runs it: a group of processes of its own, which Ctrl-C reaches all at once. */
function runInTerminal(command: readonly [string, ...string[]], environment: object) {
  const [name, ...parameters] = command;
  const child = spawn(name, parameters, {
    cwd: root,
    detached: true,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...environment },
  });
  const pid = child.pid ?? Number.NaN;
  closing.push(() => {
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // The group has ended.
    }
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  }
  const ended = once(child, 'exit').then(([code, signal]) => ({ code, signal }));
  return { child, group: -pid, ended, output: () => output };
}

async function untilSaid(run: { child: ChildProcess; output: () => string }, words: RegExp) {
  for (;;) {
    const said = words.exec(run.output());
    if (said !== null) return said;
    if (run.child.exitCode !== null) throw new Error(`it ended: ${run.output()}`);
    await Promise.race([once(run.child.stdout ?? run.child, 'data'), once(run.child, 'exit')]);
  }
}

async function occupy(port: number): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : port };
}

/** Two ports in a row that are free, for `npm run dev` takes the one after PORT as well. */
async function freePorts(): Promise<{ port: number; sandboxPort: number }> {
  const servers: Server[] = [];
  try {
    for (;;) {
      const { server, port } = await occupy(0);
      servers.push(server);
      const next = await occupy(port + 1).catch(() => null);
      if (next === null) continue;
      servers.push(next.server);
      const sandbox = await occupy(0);
      servers.push(sandbox.server);
      return { port, sandboxPort: sandbox.port };
    }
  } finally {
    for (const server of servers) {
      server.close();
      await once(server, 'close');
    }
  }
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const open = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return open;
}

describe('npm run serve', { timeout: 40_000 }, () => {
  it.each([
    ['SIGTERM to npm', 'SIGTERM', 'npm'],
    ['Ctrl-C in its terminal', 'SIGINT', 'group'],
    ['a terminal that is closed', 'SIGHUP', 'group'],
  ] as const)('ends by %s with nothing cut and nothing lost', async (_what, signal, target) => {
    const salla = await openSandbox();
    closing.push(() => salla.running.close());
    const run = runInTerminal(['npm', 'run', 'serve'], {
      ...salla.environment,
      PORT: '0',
      DATABASE_URL: `sqlite:${join(mkdtempSync(join(tmpdir(), 'desk-')), 'desk.db')}`,
    });
    const [, url = ''] = await untilSaid(run, /Invoice Desk is at (\S+)/);
    const staff = await staffOf(salla.running, url);
    const { body } = await staff.get('/api/orders?q=1');
    expect(body).toHaveProperty('data');
    const [order] = (await staff.get('/api/invoices?perPage=60')).body.data.filter(
      (row: { type: string; documentUrl: string | null }) =>
        row.type === 'tax_invoice' && row.documentUrl === null,
    );
    salla.sandbox.setFaults([
      { method: 'POST', path: '/admin/v2/orders/*/send-invoice', answer: 'slow', ms: 600 },
      { method: 'GET', path: '/admin/v2/orders/invoices', answer: 'slow', ms: 600, times: 1 },
    ]);
    await staff.resend({ orders: [{ orderId: order.orderId }] });
    const list = staff.get('/api/invoices');
    await expect.poll(() => salla.sandbox.faults().length).toBe(1);

    process.kill(target === 'npm' ? (run.child.pid ?? 0) : run.group, signal);
    expect((await list).status).toBe(200);
    const end = await run.ended;
    // npm itself does not outlive a terminal.
    if (signal !== 'SIGHUP') expect(end).toEqual({ code: 0, signal: null });
    await expect.poll(() => answers(Number(new URL(url).port))).toBe(false);
    await expect.poll(() => salla.sandbox.mailbox().length).toBe(1);
  });
});

describe('npm run dev', { timeout: 40_000 }, () => {
  it('says which ports it takes, and leaves none of them taken', async () => {
    const { port, sandboxPort } = await freePorts();
    const run = runInTerminal(['npm', 'run', 'dev'], {
      PORT: String(port),
      SANDBOX_PORT: String(sandboxPort),
      DATABASE_URL: 'sqlite::memory:',
      LOG_LEVEL: 'silent',
    });
    await untilSaid(run, /Invoice Desk is at/);
    for (const taken of [port, port + 1, sandboxPort]) {
      expect(run.output()).toMatch(new RegExp(`^ +${taken} `, 'm'));
      expect(await answers(taken)).toBe(true);
    }
    run.child.kill('SIGTERM');
    expect(await run.ended).toEqual({ code: 0, signal: null });
    for (const taken of [port, port + 1, sandboxPort]) expect(await answers(taken)).toBe(false);
  });

  it('says in a line which of its ports is taken', async () => {
    const { port, sandboxPort } = await freePorts();
    for (const [taken, sentence] of [
      [port, `PORT ${port} is taken by another program.`],
      [port + 1, `PORT + 1 = ${port + 1} is taken by another program.`],
      [sandboxPort, `SANDBOX_PORT ${sandboxPort} is taken by another program.`],
    ] as const) {
      const { server } = await occupy(taken);
      const run = runInTerminal([process.execPath, 'src/proxy/dev.ts'], {
        PORT: String(port),
        SANDBOX_PORT: String(sandboxPort),
        DATABASE_URL: 'sqlite::memory:',
      });
      expect(await run.ended).toEqual({ code: 1, signal: null });
      expect(run.output()).toBe(`${sentence}\n`);
      server.close();
      await once(server, 'close');
    }
  });
});

describe('npm run fresh', { timeout: 40_000 }, () => {
  it('deletes nothing where a database of its own is named', async () => {
    const run = runInTerminal(['npm', 'run', 'fresh'], { DATABASE_URL: 'sqlite:./data/mine.db' });
    expect(await run.ended).toEqual({ code: 1, signal: null });
    expect(run.output()).toContain('run it without SALLA_CLIENT_ID and DATABASE_URL');
  });
});
