import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { type RunningSandbox, startSandbox } from '../../sandbox/main.ts';
import { callerWith } from './testApp.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Starts the proxy as a process, with nothing of this environment but the PATH. */
export function spawnProxy(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['src/proxy/main.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', PORT: '0', SANDBOX_PORT: '0', ...environment },
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  const ended = once(child, 'exit').then(([code, signal]) => ({ code, signal, output, errors }));
  return { child, ended, output: () => output, url: () => listening(child, () => output) };
}

async function listening(child: ChildProcess, output: () => string): Promise<string> {
  for (;;) {
    const url = /Invoice Desk is at (\S+)/.exec(output())?.[1];
    if (url !== undefined) return url;
    if (child.exitCode !== null) throw new Error(`the proxy ended: ${output()}`);
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')]);
  }
}

/** A sandbox in this process that outlives the proxies. */
export async function openSandbox({ orders = 40 } = {}) {
  const running = await startSandbox({
    port: 0,
    orders,
    appUrl: 'http://localhost',
    framedAppUrl: 'http://localhost',
  });
  return { running, sandbox: running.sandbox, environment: environmentFor(running) };
}

function environmentFor({ origin }: RunningSandbox) {
  return {
    SALLA_CLIENT_ID: 'sandbox',
    SALLA_CLIENT_SECRET: 'sandbox-secret',
    SALLA_APP_ID: '1000',
    SALLA_WEBHOOK_SECRET: 'sandbox-webhook-secret',
    SECRET_KEY: 'a secret for tests',
    SALLA_API_URL: `${origin}/admin/v2`,
    SALLA_ACCOUNTS_URL: origin,
    SALLA_INTROSPECT_URL: `${origin}/exchange-authority/v1/introspect`,
    LOG_LEVEL: 'silent',
  };
}

/** Installs the app in the demo store and opens a session in the frame; `reach` calls a proxy. */
export async function staffOf(
  { sandbox }: RunningSandbox,
  url: string,
  reach: Parameters<typeof callerWith>[0] = (path, init) => fetch(url + path, init),
) {
  sandbox.connectApp({ appUrl: url, framedAppUrl: url });
  await sandbox.install();
  const opened = await fetch(`${url}/api/session`, {
    method: 'POST',
    body: JSON.stringify({ token: sandbox.issueEmbeddedToken() }),
    headers: { 'Content-Type': 'application/json' },
  });
  const { sessionToken } = await opened.json();
  return callerWith(reach, { Authorization: `Bearer ${sessionToken}` });
}
