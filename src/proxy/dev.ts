import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { resolve } from 'node:path';
import { createServer, type Plugin } from 'vite';
import { Session } from '../contract/session.ts';
import { bootOf } from './pages/boot.ts';
import { fillIndex } from './pages/fillIndex.ts';

/**
 * `npm run dev`: Vite serves the dashboard at PORT and reloads it as it changes; the rest goes to a proxy at
 * the next port, which starts again when its code changes. Vite runs scripts of its own in the page, so
 * there is no content policy here.
 */
const root = resolve(import.meta.dirname, '../..');
const port = Number(process.env.PORT || 3000);
const publicUrl = process.env.PUBLIC_URL || `http://localhost:${port}`;
const proxyUrl = `http://127.0.0.1:${port + 1}`;
const proxied = ['api', 'auth', 'webhooks', 'healthz', 'readyz', 'metrics'];

function startProxy(): ChildProcess {
  const watched = ['proxy', 'contract', 'sandbox'].map((room) => `--watch-path=src/${room}`);
  return spawn(process.execPath, [...watched, '--watch-preserve-output', 'src/proxy/main.ts'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PORT: String(port + 1), PUBLIC_URL: publicUrl },
  });
}

/** Pages are filled in as the proxy does it. */
const pages: Plugin = {
  name: 'invoice-desk-pages',
  configureServer: (server) => () => {
    server.middlewares.use((incoming, response, next) => {
      const address = incoming.originalUrl ?? '/';
      pageAt(address, incoming)
        .then((page) => server.transformIndexHtml(address, page))
        .then((html) => response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html))
        .catch(next);
    });
  },
};

async function pageAt(address: string, incoming: IncomingMessage): Promise<string> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  const request = new Request(new URL(address, publicUrl), { headers });
  const boot = bootOf(request, '', await sessionOf(headers.get('cookie')));
  return fillIndex(await readFile(`${root}/index.html`, 'utf8'), boot);
}

async function sessionOf(cookie: string | null): Promise<Session | null> {
  if (cookie === null) return null;
  const answer = await fetch(`${proxyUrl}/api/session`, { headers: { cookie } });
  return answer.ok ? Session.parse(await answer.json()) : null;
}

const vite = await createServer({
  root,
  appType: 'custom',
  plugins: [pages],
  define: { 'process.env.NODE_ENV': JSON.stringify('development') },
  server: {
    host: process.env.HOST || '127.0.0.1',
    port,
    strictPort: true,
    proxy: { [`^/(${proxied.join('|')})(/|$|\\?)`]: { target: proxyUrl, changeOrigin: false } },
  },
});
await vite.listen();
const proxy = startProxy();

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    proxy.kill(signal);
    vite.close().finally(() => process.exit(0));
  });
}
