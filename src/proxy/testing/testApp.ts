import { createHmac } from 'node:crypto';
import type { Logger } from 'pino';
import { createSandbox } from '../../sandbox/createSandbox.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { createApp } from '../app.ts';
import { buildDependencies, type RuntimeDeps } from '../dependencies.ts';
import { createLogger } from '../runtime/logger.ts';
import { createMetrics } from '../runtime/metrics.ts';
import { processName } from '../runtime/processName.ts';
import type { SallaTransport } from '../salla/client/transport.ts';
import { openDatabase } from '../storage/database.ts';
import { sandboxTransport } from './sandboxTransport.ts';

export const publicUrl = 'http://desk.test';
export const demoStoreId = 1305146709;
export const secondStoreId = 1305146710;
export const webhookSecret = 'sandbox-webhook-secret';
const origin = 'http://salla.test';

export interface TestAppOptions {
  publicUrl?: string;
  databaseUrl?: string;
  folder?: string;
  metricsToken?: string;
  holdBackMs?: number;
  webhookStrategy?: 'signature' | 'token';
  /** Instead of every call's timeout of 30 s. */
  sallaTimeoutMs?: number;
  log?: Logger;
  /** The process name, `host/pid/unique`; another pid of this machine counts as gone. */
  owner?: string;
  /** Generates the ids of the proxy and its sandbox. Default: random UUIDs. */
  randomId?: () => string;
  /** Another app's, if two proxies use one Salla. */
  sandbox?: Sandbox;
  /** How many orders the demo store has. */
  orders?: number;
  /** `light`: rows of order lists have no customer. */
  orderList?: 'full' | 'light';
  /** Instead of the fixed clock and its timer. */
  clock?: Pick<RuntimeDeps, 'now' | 'wait' | 'setTimer'>;
  /** Intercepts calls between the proxy and the sandbox. */
  between?: (onward: SallaTransport) => SallaTransport;
  /** Called whenever the proxy waits. */
  whileWaiting?: () => Promise<unknown>;
}

/** A proxy on a sandbox in this process, without network, on a clock that stands still until a test advances it. */
export async function openTestApp(wish: TestAppOptions = {}) {
  let time = Date.parse('2026-03-10T09:00:00Z');
  let tick = 0;
  const standing = () => {
    time += tick;
    return time;
  };
  const now = wish.clock?.now ?? standing;
  let alarm: { ms: number; ring: () => void } | null = null;
  const sandbox =
    wish.sandbox ??
    createSandbox({
      orders: wish.orders ?? 80,
      orderListFormat: wish.orderList ?? 'full',
      now,
      ...(wish.randomId === undefined ? {} : { randomId: wish.randomId }),
      origin,
      appUrl: wish.publicUrl ?? publicUrl,
      deliverWebhook: (request) => proxy.fetch(request),
      webhookStrategy: wish.webhookStrategy ?? 'signature',
    });
  const overSandbox = sandboxTransport((request) => sandbox.fetch(request));
  const onward: SallaTransport = (request) =>
    overSandbox({ ...request, timeoutMs: wish.sallaTimeoutMs ?? request.timeoutMs });
  const database = await openDatabase(wish.databaseUrl ?? 'sqlite::memory:');
  const parts = buildDependencies(
    {
      publicUrl: wish.publicUrl ?? publicUrl,
      app: {
        clientId: 'sandbox',
        clientSecret: 'sandbox-secret',
        appId: '1000',
        webhookSecret,
      },
      webhookStrategy: wish.webhookStrategy ?? 'signature',
      apiUrl: `${origin}/admin/v2`,
      accountsUrl: origin,
      introspectUrl: `${origin}/exchange-authority/v1/introspect`,
      policy: { frameAncestors: ['https://s.salla.sa'], documents: [] },
      secretKey: 'a secret for tests',
      holdBackMs: wish.holdBackMs ?? 10 * 60_000,
      undoSeconds: 5,
      metricsToken: wish.metricsToken ?? null,
      folder: wish.folder ?? '/nowhere',
      installUrl: 'https://s.salla.sa/apps/install/1000',
    },
    {
      database,
      transport: wish.between?.(onward) ?? onward,
      log: wish.log ?? createLogger('silent'),
      now,
      metrics: wish.metricsToken === undefined ? null : createMetrics(),
      randomId: wish.randomId ?? (() => crypto.randomUUID()),
      owner: wish.owner ?? processName(crypto.randomUUID()),
      wait: async (ms) => {
        time += ms;
        await wish.whileWaiting?.();
      },
      setTimer: (ring, ms) => {
        const set = { ms, ring };
        alarm = set;
        return () => {
          if (alarm === set) alarm = null;
        };
      },
      ...wish.clock,
    },
  );
  const proxy = createApp(parts);
  const fetch = (path: string, init: RequestInit = {}) =>
    proxy.fetch(new Request(`${wish.publicUrl ?? publicUrl}${path}`, init));

  return {
    sandbox,
    database,
    dispatcher: parts.dispatcher,
    customerLookup: parts.customerLookup,
    vault: parts.vault,
    now,
    pass: (ms: number) => {
      time += ms;
    },
    /** From now on the clock advances by a millisecond on each read. */
    startTicking: () => {
      tick = 1;
    },
    /** The dispatcher's timer: it fires only when a test says so. */
    alarm: () => alarm,
    fetch,
    /** Posts an event to the webhook, signed as Salla does. */
    webhook: (event: unknown) => {
      const body = JSON.stringify(event);
      const signature = createHmac('sha256', webhookSecret).update(body).digest('hex');
      return fetch('/webhooks/salla', {
        method: 'POST',
        body,
        headers: { 'X-Salla-Signature': signature },
      });
    },
    /** A session as Salla's frame opens it, by default of the demo store. */
    openFrame: async (whose: { storeId?: number; userId?: number } = {}) => {
      const token = sandbox.issueEmbeddedToken(whose);
      const answer = await fetch('/api/session', asJson('POST', { token }));
      const { sessionToken } = await answer.json();
      return callerWith(fetch, { Authorization: `Bearer ${sessionToken}` });
    },
  };
}

/** Like `openTestApp`, with the app installed in the demo store. */
export async function openInstalledApp(wish: TestAppOptions = {}) {
  const desk = await openTestApp(wish);
  await desk.sandbox.install();
  return desk;
}

/** Installs the app in the second store as well; returns a staff member of it. */
export async function openSecondStore(desk: TestApp) {
  const whose = { storeId: secondStoreId };
  await desk.webhook({
    event: 'app.store.authorize',
    merchant: secondStoreId,
    created_at: '2026-03-10 12:00:00',
    data: desk.sandbox.issueTokens(whose),
  });
  return desk.openFrame(whose);
}

export type TestApp = Awaited<ReturnType<typeof openTestApp>>;

type Fetch = (path: string, init?: RequestInit) => Promise<Response>;

export function callerWith(fetch: Fetch, own: Record<string, string>) {
  const call = async (method: string, path: string, body?: unknown, headers = {}) => {
    const init = body === undefined ? { method, headers: {} } : asJson(method, body);
    const all = { 'Accept-Language': 'en', ...init.headers, ...own, ...headers };
    const answer = await fetch(path, { ...init, headers: all });
    const text = await answer.text();
    const json = /^[[{]/.test(text) ? JSON.parse(text) : null;
    return { status: answer.status, headers: answer.headers, body: json };
  };
  return {
    get: (path: string, headers = {}) => call('GET', path, undefined, headers),
    post: (path: string, body?: unknown, headers = {}) => call('POST', path, body, headers),
    /** Posts a multipart form. */
    upload: async (path: string, form: FormData, headers = {}) => {
      const all = { 'Accept-Language': 'en', ...own, ...headers };
      const answer = await fetch(path, { method: 'POST', body: form, headers: all });
      return { status: answer.status, headers: answer.headers, body: await answer.json() };
    },
    delete: (path: string, headers = {}) => call('DELETE', path, undefined, headers),
    raw: async (path: string, init: RequestInit = {}) => {
      const answer = await fetch(path, { ...init, headers: { ...own, ...init.headers } });
      const { status, headers } = answer;
      return { status, headers, text: await answer.text() };
    },
    /** Requests resends, each time with a new key. */
    resend: (body: unknown, key: string = crypto.randomUUID()) =>
      call('POST', '/api/deliveries', body, { 'Idempotency-Key': key }),
  };
}

function asJson(method: string, body: unknown) {
  return {
    method,
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  };
}
