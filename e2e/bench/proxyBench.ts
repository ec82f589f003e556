import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sandboxAt } from '../support/sandbox.ts';
import { startServer } from '../support/startServer.ts';
import { load } from './load.ts';
import { residentMegabytes } from './residentMegabytes.ts';
import { signInEmbedded } from './signIn.ts';
import type { Figure } from './table.ts';

const delay = 20;
const upstreamPort = 4290;

/** What the proxy adds to an upstream list call of 60 invoices, and what it weighs. */
export async function benchProxy(): Promise<Figure[]> {
  const upstream = spawn(
    process.execPath,
    [join(import.meta.dirname, 'upstream.ts'), String(upstreamPort), String(delay)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(upstream.stdout, 'data');
  const upstreamUrl = `http://127.0.0.1:${upstreamPort}`;
  const server = await startServer({ SALLA_API_URL: upstreamUrl });
  try {
    // What starting left behind is given back in the first moments.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const idle = residentMegabytes(server.pid);
    const authorization = await signInEmbedded(server.url, sandboxAt(server.sandboxUrl));
    const settings = { connections: 10, seconds: 5 };
    const direct = await load(`${upstreamUrl}/orders/invoices`, settings);
    const proxied = await load(`${server.url}/api/invoices?perPage=60`, {
      ...settings,
      // Each a call of its own: what is asked at the same time would be one call.
      headers: { authorization, 'cache-control': 'no-cache' },
    });
    return [
      { name: 'proxy idle, sandbox included (MB)', measured: idle, budget: 120 },
      { name: 'proxy adds, p50 (ms)', measured: proxied.p50 - direct.p50, budget: 3 },
      { name: 'proxy adds, p99 (ms)', measured: proxied.p99 - direct.p99, budget: 15 },
      { name: 'proxy, lists of 60 a second', measured: proxied.perSecond, budget: null },
    ];
  } finally {
    upstream.kill('SIGTERM');
    await server.stop();
  }
}
