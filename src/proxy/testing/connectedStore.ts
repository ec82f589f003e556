import { createSandbox } from '../../sandbox/createSandbox.ts';
import { createSallaClient } from '../salla/client/client.ts';
import type { SallaTransport, TransportRequest } from '../salla/client/transport.ts';
import { createAccounts } from '../salla/oauth/accounts.ts';
import { parseTokenPair } from '../salla/oauth/tokenPair.ts';
import type { TokenPair } from '../salla/oauth/tokenTypes.ts';
import { createTokenVault } from '../salla/oauth/tokenVault.ts';
import { createRateLimiter } from '../salla/rateLimit/rateLimiter.ts';
import { type Database, openDatabase } from '../storage/database.ts';
import { createSealing } from '../storage/sealing.ts';
import { sandboxTransport } from './sandboxTransport.ts';

export const storeId = 1305146709;
const origin = 'http://salla.test';

interface Wish {
  databaseUrl?: string;
  secretKey?: string;
  /** Intercepts calls between the proxy and the sandbox. */
  between?: (request: TransportRequest, onward: SallaTransport) => ReturnType<SallaTransport>;
}

/** A clock that stands still; waiting advances it at once. */
export function fixedClock() {
  let time = Date.parse('2026-03-10T09:00:00Z');
  const waits: number[] = [];
  return {
    now: () => time,
    pass: (ms: number) => {
      time += ms;
    },
    waits,
    wait: async (ms: number) => {
      waits.push(ms);
      time += ms;
    },
  };
}

export function startSandbox(clock: { now: () => number }) {
  const deliverWebhook = async () => new Response();
  return createSandbox({ orders: 60, now: clock.now, origin, appUrl: origin, deliverWebhook });
}

/** The proxy's Salla side on a sandbox: two of these on one file are two proxies. */
export async function proxyOn(
  sandbox: ReturnType<typeof startSandbox>,
  clock: ReturnType<typeof fixedClock>,
  wish: Wish = {},
) {
  const requests: TransportRequest[] = [];
  const logged: unknown[] = [];
  const onward = sandboxTransport((request) => sandbox.fetch(request));
  const transport: SallaTransport = (request) => {
    requests.push(request);
    return wish.between?.(request, onward) ?? onward(request);
  };
  const log = {
    warn: (...entry: unknown[]) => logged.push(entry),
    error: (...entry: unknown[]) => logged.push(entry),
  };
  const database: Database = await openDatabase(wish.databaseUrl ?? 'sqlite::memory:');
  const { now, wait } = clock;
  const accounts = createAccounts({
    accountsUrl: origin,
    clientId: 'sandbox',
    clientSecret: 'sandbox-secret',
    transport,
    now,
  });
  const sealing = createSealing(wish.secretKey ?? 'a secret for tests');
  const randomId = () => crypto.randomUUID();
  const tokens = createTokenVault({ database, sealing, accounts, now, wait, randomId, log });
  const rateLimiter = createRateLimiter({ now, wait });
  const client = createSallaClient({
    apiUrl: `${origin}/admin/v2`,
    transport,
    tokens,
    rateLimiter,
    now,
    randomId,
    log,
  });
  const calls = (path: string) =>
    requests.filter(({ url }) => new URL(url).pathname === path).length;
  return {
    database,
    accounts,
    tokens,
    client,
    rateLimiter,
    /** Sends once, as a store worker does for a single resend; throws if the store may not be called now. */
    send: (ofStore: number, orderId: number) => {
      const permit = rateLimiter.take(ofStore, 'interactive');
      if ('waitMs' in permit) throw new Error(`it is to wait for ${permit.waitMs} ms`);
      return client.sendInvoice(ofStore, orderId, permit);
    },
    requests,
    logged,
    refreshes: () => calls('/oauth2/token'),
  };
}

/** Tokens as an install delivers them. */
export function installedTokens(
  sandbox: ReturnType<typeof startSandbox>,
  clock: { now: () => number },
  wish: Parameters<ReturnType<typeof startSandbox>['issueTokens']>[0] = {},
): TokenPair {
  const pair = parseTokenPair(sandbox.issueTokens(wish), clock.now());
  if (pair === null) throw new Error('the sandbox issued no tokens');
  return pair;
}

/** A proxy whose store was just installed. */
export async function connected(wish: Wish = {}) {
  const clock = fixedClock();
  const sandbox = startSandbox(clock);
  const proxy = await proxyOn(sandbox, clock, wish);
  await proxy.tokens.save(storeId, installedTokens(sandbox, clock));
  return { clock, sandbox, ...proxy };
}
