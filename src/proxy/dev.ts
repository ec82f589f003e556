/**
 * `npm run dev`: Vite serves the dashboard at PORT and reloads it as it changes; the rest goes to a proxy at
 * the next port, which starts again when its code changes. Vite runs scripts of its own in the page, so
 * there is no content policy here.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { resolve } from 'node:path';
import { createServer, type Plugin } from 'vite';
import { Session } from '../contract/session.ts';
import { toBoot } from './routes/bootData.ts';
import { fillIndex } from './routes/fillIndex.ts';
import { listeningError } from './runtime/listen.ts';
import { stopOnSignals } from './runtime/stopSignals.ts';
import { parseSettings, type Settings } from './settings.ts';

const root = resolve(import.meta.dirname, '../..');
const proxied = ['api', 'auth', 'webhooks', 'healthz', 'readyz', 'metrics'];
const loopback = '127.0.0.1';

/** What one development server takes and where people reach it. */
interface Addresses {
  host: string;
  port: number;
  proxyPort: number;
  /** Null with a real Salla app. */
  sandboxPort: number | null;
  publicUrl: string;
  proxyUrl: string;
}

/** Throws a sentence where the settings leave no port for the proxy. */
function addressesOf({ host, port, publicUrl, app, sandboxPort }: Settings): Addresses {
  if (port === 0 || port === 65535) {
    throw new Error('PORT must be from 1 to 65534 here: the proxy takes the one after it.');
  }
  const proxyPort = port + 1;
  if (app === null && sandboxPort === proxyPort) {
    throw new Error(`SANDBOX_PORT must be another one than ${proxyPort}, which the proxy takes.`);
  }
  return {
    host,
    port,
    proxyPort,
    sandboxPort: app === null ? sandboxPort : null,
    publicUrl: publicUrl ?? `http://localhost:${port}`,
    proxyUrl: `http://${loopback}:${proxyPort}`,
  };
}

/** Throws a sentence where a port is taken. Found out here, for a watched proxy that can't listen waits for its code to change. */
async function needFreePorts({ host, port, proxyPort, sandboxPort }: Addresses): Promise<void> {
  const needed = [
    { host, port, setting: 'PORT' },
    { host: loopback, port: proxyPort, setting: 'PORT + 1 =' },
    ...(sandboxPort === null
      ? []
      : [{ host: loopback, port: sandboxPort, setting: 'SANDBOX_PORT' }]),
  ];
  for (const one of needed) {
    const server = createTcpServer();
    server.listen(one.port, one.host);
    try {
      await once(server, 'listening');
    } catch (error) {
      throw listeningError(error, one);
    }
    server.close();
    await once(server, 'close');
  }
}

function startProxy({ proxyPort, publicUrl }: Addresses): ChildProcess {
  const watched = ['proxy', 'contract', 'sandbox'].map((room) => `--watch-path=src/${room}`);
  return spawn(process.execPath, [...watched, '--watch-preserve-output', 'src/proxy/main.ts'], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      HOST: loopback,
      PORT: String(proxyPort),
      PUBLIC_URL: publicUrl,
      // Code that is being changed stays away from the database that `npm start` uses.
      DATABASE_URL: process.env.DATABASE_URL || 'sqlite:./data/dev/invoice-desk.db',
    },
  });
}

async function sessionOf(cookie: string | null, proxyUrl: string): Promise<Session | null> {
  if (cookie === null) return null;
  const answer = await fetch(`${proxyUrl}/api/session`, { headers: { cookie } });
  return answer.ok ? Session.parse(await answer.json()) : null;
}

/** Pages are filled in as the proxy does it. */
function pages({ publicUrl, proxyUrl }: Addresses): Plugin {
  const pageAt = async (address: string, incoming: IncomingMessage): Promise<string> => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(incoming.headers)) {
      if (typeof value === 'string') headers.set(name, value);
    }
    const request = new Request(new URL(address, publicUrl), { headers });
    const boot = toBoot(request, {
      nonce: '',
      session: await sessionOf(headers.get('cookie'), proxyUrl),
      installUrl: null,
    });
    return fillIndex(await readFile(`${root}/index.html`, 'utf8'), boot);
  };
  return {
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
}

function sayPorts({ port, proxyPort, sandboxPort }: Addresses): void {
  const lines = [
    'Ports of this development server:',
    `  ${port}  the dashboard (PORT)`,
    `  ${proxyPort}  the proxy behind it (PORT + 1)`,
    ...(sandboxPort === null ? [] : [`  ${sandboxPort}  the sandbox (SANDBOX_PORT)`]),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function serve(addresses: Addresses): Promise<void> {
  await needFreePorts(addresses);
  sayPorts(addresses);
  // A server of our own: Vite's would end the process at SIGTERM before the proxy has answered what is under way.
  const server = createHttpServer();
  const vite = await createServer({
    root,
    appType: 'custom',
    plugins: [pages(addresses)],
    define: { 'process.env.NODE_ENV': JSON.stringify('development') },
    server: {
      middlewareMode: true,
      hmr: { server },
      proxy: {
        [`^/(${proxied.join('|')})(/|$|\\?)`]: { target: addresses.proxyUrl, changeOrigin: false },
      },
    },
  });
  server.on('request', vite.middlewares);
  server.listen(addresses.port, addresses.host);
  await once(server, 'listening');
  const proxy = startProxy(addresses);
  const proxyEnded = once(proxy, 'exit');
  // Vite last: what the proxy still answers goes through it.
  stopOnSignals(async () => {
    proxy.kill('SIGTERM');
    await proxyEnded;
    await vite.close();
    server.close();
    server.closeAllConnections();
  });
}

try {
  const read = parseSettings(process.env);
  if ('mistakes' in read) throw new Error(read.mistakes.join('\n'));
  await serve(addressesOf(read.settings));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
