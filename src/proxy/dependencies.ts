import type { Logger } from 'pino';
import { createDispatcher, type Dispatcher } from './deliveries/worker/dispatcher.ts';
import type { PolicySources } from './http/securityHeaders.ts';
import { type CustomerLookup, createCustomerLookup } from './invoices/customerLookup.ts';
import type { Metrics } from './runtime/metrics.ts';
import type { SetTimer } from './runtime/timer.ts';
import type { Wait } from './runtime/wait.ts';
import { createSallaClient } from './salla/client/client.ts';
import { createSharedSalla, type SharedSalla } from './salla/client/sharedClient.ts';
import type { SallaTransport } from './salla/client/transport.ts';
import type { SallaClient } from './salla/client/types.ts';
import { type Accounts, createAccounts } from './salla/oauth/accounts.ts';
import { createIntrospect, type Introspect } from './salla/oauth/introspect.ts';
import { createTokenVault, type TokenVault } from './salla/oauth/tokenVault.ts';
import { createRateLimiter, type RateLimiter } from './salla/rateLimit/rateLimiter.ts';
import { createSessions, type Sessions } from './sessions/sessions.ts';
import { createSignedTokens, type SignedTokens } from './sessions/signedTokens.ts';
import type { SallaApp } from './settings.ts';
import type { Database } from './storage/database.ts';
import { cacheOpened, createSealing } from './storage/sealing.ts';
import { deriveKey } from './storage/secretKey.ts';
import type { WebhookSecret } from './webhooks/verify.ts';

/** Where the proxy stands and whom it talks to, everything decided. */
export interface ProxyConfig {
  /** An origin, where people reach the proxy. */
  publicUrl: string;
  app: SallaApp;
  webhookStrategy: 'signature' | 'token';
  apiUrl: string;
  accountsUrl: string;
  introspectUrl: string;
  policy: PolicySources;
  /** The app's page in Salla's store, where a store installs it. */
  installUrl: string;
  secretKey: string;
  /** How long what went out is held back from going out again unasked. */
  holdBackMs: number;
  undoSeconds: number;
  metricsToken: string | null;
  /** The built dashboard. */
  folder: string;
}

/** What reaches out of the process, and chance and time. */
export interface RuntimeDeps {
  database: Database;
  transport: SallaTransport;
  log: Logger;
  /** Epoch ms. */
  now: () => number;
  randomId: () => string;
  /** Names this process on what it is at, as `ownerName` does. */
  owner: string;
  wait: Wait;
  setTimer: SetTimer;
  /** Null where nobody may read them. */
  metrics: Metrics | null;
}

export interface Dependencies extends ProxyConfig, RuntimeDeps {
  clientId: string;
  webhookSecret: WebhookSecret;
  accounts: Accounts;
  introspect: Introspect;
  vault: TokenVault;
  salla: SallaClient;
  sharedSalla: SharedSalla;
  customerLookup: CustomerLookup;
  signedTokens: SignedTokens;
  sessions: Sessions;
  dispatcher: Dispatcher;
  rateLimiter: Pick<RateLimiter, 'snapshot'>;
}

/** Builds everything that a proxy is made of; nothing runs yet. */
export function buildDependencies(config: ProxyConfig, tools: RuntimeDeps): Dependencies {
  const { app, secretKey } = config;
  const { database, now, wait, setTimer, owner, log, metrics } = tools;
  const both = { ...config, ...app, ...tools };
  const accounts = createAccounts(both);
  const sealing = cacheOpened(createSealing(secretKey));
  const vault = createTokenVault({ ...both, accounts, sealing });
  const rateLimiter = createRateLimiter({ now, wait });
  const client = createSallaClient({ ...both, tokens: vault, rateLimiter });
  const sharedSalla = createSharedSalla(client, { now, rateLimiter });
  const salla: SallaClient = {
    ...client,
    createInvoice: (storeId, invoice) =>
      client.createInvoice(storeId, invoice).finally(() => sharedSalla.drop(storeId)),
  };
  const signedTokens = createSignedTokens(deriveKey(secretKey, 'sessions'), now);
  const dispatcher = createDispatcher({
    database,
    salla,
    rateLimiter,
    now,
    setTimer,
    wait,
    owner,
    log,
    onSent: (state) => metrics?.delivered(state),
  });
  return {
    ...both,
    webhookSecret: { strategy: config.webhookStrategy, secret: app.webhookSecret },
    accounts,
    introspect: createIntrospect(both),
    vault,
    salla,
    sharedSalla,
    customerLookup: createCustomerLookup({ database, salla, now, log }),
    signedTokens,
    sessions: createSessions({ ...tools, signedTokens }),
    dispatcher,
    rateLimiter,
  };
}
