import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { Logger } from 'pino';
import type { RunningSandbox } from '../sandbox/main.ts';
import { createApp } from './app.ts';
import { buildDependencies, type ProxyConfig } from './dependencies.ts';
import { startCleanup } from './runtime/cleanup.ts';
import { listen, listeningError } from './runtime/listen.ts';
import { createLogger } from './runtime/logger.ts';
import type { Metrics } from './runtime/metrics.ts';
import { processName } from './runtime/processName.ts';
import { setTimer } from './runtime/timer.ts';
import { wait } from './runtime/wait.ts';
import { createHttpTransport } from './salla/client/httpTransport.ts';
import type { SallaApp, Settings } from './settings.ts';
import { openDatabase } from './storage/database.ts';
import { deriveKey, loadSecretKey } from './storage/secretKey.ts';

export interface Started {
  /** Where people reach the dashboard. */
  url: string;
  /** Null with a real Salla app. */
  sandboxOrigin: string | null;
  /** Answers every request under way, waits for the sends in flight, then closes the rest. */
  close(): Promise<void>;
}

const salla = {
  apiUrl: 'https://api.salla.dev/admin/v2',
  accountsUrl: 'https://accounts.salla.sa',
  introspectUrl: 'https://api.salla.dev/exchange-authority/v1/introspect',
  dashboardUrl: 'https://s.salla.sa',
};

/** What a stop may take, with tokens that the database doesn't take: compose.yaml allows 100 s. */
const stopMs = 95_000;

const folder = resolve(import.meta.dirname, '../../dist');

/** Starts the proxy, and the sandbox beside it where there is no Salla app. Throws one sentence for what can't be. */
export async function start(settings: Settings): Promise<Started> {
  await using opened = new AsyncDisposableStack();
  const log = createLogger(settings.logLevel);
  const secretKey = loadSecretKey(settings);
  const database = await openDatabase(settings.databaseUrl);
  opened.defer(() => database.destroy());
  const http = createHttpTransport();
  opened.defer(() => http.close());

  const sandbox = settings.app === null ? await startSandbox(settings, secretKey) : null;
  if (sandbox !== null) opened.defer(() => sandbox.running.close());

  // The port is known only once it is listened on, and the proxy needs to know it.
  const proxy = Promise.withResolvers<ReturnType<typeof createApp>>();
  const listening = await listen(async (request) => (await proxy.promise).fetch(request), settings);
  opened.defer(() => listening.close());
  const url = settings.publicUrl ?? addressOf(listening.port);
  sandbox?.running.sandbox.connectApp(addressesOf(url));

  const origin = sandbox?.running.origin ?? null;
  const app = settings.app ?? sandbox?.app;
  if (app === undefined) throw new Error('There is neither a Salla app nor a sandbox.');
  const parts = buildDependencies(
    {
      ...configOf(settings, url, origin),
      installUrl: `${origin ?? salla.dashboardUrl}/apps/install/${app.appId}`,
      app,
      secretKey,
    },
    {
      database,
      transport: http.transport,
      log,
      now: Date.now,
      randomId: randomUUID,
      owner: processName(randomUUID()),
      wait,
      setTimer,
      metrics: settings.metricsToken === null ? null : await loadMetrics(),
    },
  );
  proxy.resolve(createApp(parts));
  // Both at once: who waits for the sends in flight takes no new requests meanwhile.
  opened.defer(async () => {
    const stopAt = performance.now() + stopMs;
    await Promise.all([listening.close(), parts.dispatcher.stop(), parts.customerLookup.stop()]);
    await parts.vault.close(stopAt - performance.now());
  });
  await parts.dispatcher.start();
  opened.defer(startCleanup(database, Date.now, log));
  if (sandbox !== null) await installDemoStore(sandbox.running, log);

  const closing = opened.move();
  return { url, sandboxOrigin: origin, close: () => closing.disposeAsync() };
}

function configOf(
  settings: Settings,
  publicUrl: string,
  sandboxOrigin: string | null,
): Omit<ProxyConfig, 'app' | 'installUrl' | 'secretKey'> {
  const own = sandboxOrigin === null ? salla : sandboxAddresses(sandboxOrigin);
  const beside = sandboxOrigin === null ? [] : [sandboxOrigin];
  return {
    publicUrl,
    webhookStrategy: settings.webhookStrategy,
    apiUrl: settings.sallaApiUrl ?? own.apiUrl,
    accountsUrl: settings.sallaAccountsUrl ?? own.accountsUrl,
    introspectUrl: settings.sallaIntrospectUrl ?? own.introspectUrl,
    policy: { frameAncestors: [...settings.frameAncestors, ...beside], documents: beside },
    holdBackMs: settings.holdBackMinutes * 60_000,
    undoSeconds: settings.undoSeconds,
    metricsToken: settings.metricsToken,
    folder,
  };
}

function sandboxAddresses(origin: string) {
  return {
    apiUrl: `${origin}/admin/v2`,
    accountsUrl: origin,
    introspectUrl: `${origin}/exchange-authority/v1/introspect`,
  };
}

/** Loaded where they are asked for: idle, memory is what a small machine lacks first. */
async function loadMetrics(): Promise<Metrics> {
  const { createMetrics } = await import('./runtime/metrics.ts');
  return createMetrics();
}

/** Loaded only here, so that a real deployment never has it in memory. */
async function startSandbox(
  settings: Settings,
  secretKey: string,
): Promise<{ running: RunningSandbox; app: SallaApp }> {
  const [{ startSandbox }, { sandboxApp }] = await Promise.all([
    import('../sandbox/main.ts'),
    import('../sandbox/app.ts'),
  ]);
  const { clientId, clientSecret, webhookSecret, id: appId } = sandboxApp;
  const running = await startSandbox({
    port: settings.sandboxPort,
    orders: settings.sandboxOrders,
    orderListFormat: settings.sandboxOrderList,
    // Whatever sandbox runs on this database takes the tokens that the database keeps.
    secret: deriveKey(secretKey, 'sandbox tokens'),
    ...addressesOf(settings.publicUrl ?? addressOf(settings.port)),
    webhookStrategy: settings.webhookStrategy,
  }).catch((error: unknown) => {
    throw listeningError(error, {
      host: '127.0.0.1',
      port: settings.sandboxPort,
      setting: 'SANDBOX_PORT',
    });
  });
  return { running, app: { clientId, clientSecret, appId, webhookSecret } };
}

function addressOf(port: number): string {
  return `http://localhost:${port}`;
}

function addressesOf(appUrl: string) {
  // Another site than the sandbox's, which is at "localhost", as Salla's dashboard is another than ours.
  return { appUrl, framedAppUrl: appUrl.replace('//localhost', '//127.0.0.1') };
}

async function installDemoStore({ sandbox }: RunningSandbox, log: Logger): Promise<void> {
  const status = await sandbox.install();
  if (status !== 200) log.warn({ status }, 'the sandbox could not install the app at PUBLIC_URL');
}
