import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { accounts } from './accounts.ts';
import { type AppAddresses, sandboxApp } from './app.ts';
import { control } from './control.ts';
import { mountPages } from './dashboardPage/pages.ts';
import { createDocuments } from './documents.ts';
import { failure, notFound } from './envelope.ts';
import { createFaults } from './faults.ts';
import { createEmbeddedTokens, introspection } from './introspect.ts';
import { mayControl } from './loopback.ts';
import { createMailbox } from './mailbox.ts';
import { merchantApi } from './merchantApi/merchantApi.ts';
import type { OrderListFormat } from './merchantApi/orderWire.ts';
import { pagesPort } from './pagesPort.ts';
import { createRateLimit } from './rateLimit.ts';
import type { Sandbox } from './sandbox.ts';
import { demoStore, neighbourStore } from './seed/stores.ts';
import { createShop } from './shop.ts';
import { createStorefront } from './storefront.ts';
import { storesOf } from './stores.ts';
import { createTokenVault } from './tokens.ts';
import { createWebhooks } from './webhooks.ts';

export interface SandboxOptions {
  /** The same seed, the same shop. */
  seed?: number;
  /** Orders of the demo store, up to 100,000. */
  orders?: number;
  /** Epoch milliseconds; the shop is seeded over the year before the first reading. */
  now?: () => number;
  /** Chains of tokens, codes, embedded tokens. */
  randomId?: () => string;
  /** Signs access and refresh tokens; by default one of this sandbox alone, whose tokens end with it. */
  secret?: string | Uint8Array;
  appUrl: string;
  /** Default: `appUrl`. */
  framedAppUrl?: string;
  /** Where the sandbox itself is reached, without a trailing slash. */
  origin: string;
  /** Default: over HTTP. */
  deliverWebhook?: (request: Request) => Promise<Response>;
  webhookStrategy?: 'signature' | 'token';
  /** Milliseconds before a webhook that failed is tried again. */
  webhookRetryAfter?: number;
  /** The plan that reset goes back to. */
  requestsPerMinute?: number;
  /** What rows of order lists hold. Default: `full`. */
  orderListFormat?: OrderListFormat;
}

const embeddedTokenLifetime = 3600;

/** A whole Salla in one function: Merchant API, sign-in, introspection, storefront, webhooks, pages and controls. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { origin, seed = 1, now = Date.now } = options;
  const randomId = options.randomId ?? (() => randomBytes(24).toString('base64url'));
  let addresses: AppAddresses = {
    appUrl: options.appUrl,
    framedAppUrl: options.framedAppUrl ?? options.appUrl,
  };
  const app = () => addresses;
  const documents = createDocuments({ origin, randomId, stores: () => stores });
  const documentUrl = documents.url;
  // Of the minute, so that two that are started within it have the same shop.
  const endsAt = Math.floor(now() / 60_000) * 60_000;
  const stores = storesOf([
    createShop({
      seed,
      store: demoStore,
      orders: options.orders ?? 240,
      endsAt,
      idOffset: 0,
      documentUrl,
    }),
    createShop({
      seed: seed + 7919,
      store: neighbourStore,
      orders: 12,
      endsAt,
      idOffset: 1_000_000_000,
      documentUrl,
    }),
  ]);
  const vault = createTokenVault({ now, randomId, secret: options.secret ?? randomBytes(32) });
  let orderListFormat = options.orderListFormat ?? 'full';
  const embeddedTokens = createEmbeddedTokens(now, randomId);
  const limiter = createRateLimit(now, options.requestsPerMinute);
  const mailbox = createMailbox(now);
  const faults = createFaults(now, limiter.perMinute);
  const storefront = createStorefront({ stores, mailbox, now, seed });
  const webhooks = createWebhooks({
    now,
    app,
    deliver: options.deliverWebhook ?? ((request) => fetch(request)),
    strategy: options.webhookStrategy ?? 'signature',
    retryAfter: options.webhookRetryAfter ?? 5 * 60_000,
  });

  const sandbox: Sandbox = {
    fetch: async (request, peerAddress) => {
      if (
        new URL(request.url).pathname.startsWith('/_sandbox/') &&
        !mayControl(request, origin, peerAddress)
      ) {
        return failure(403, {
          code: 'forbidden',
          message: 'The sandbox is steered from this machine only.',
        });
      }
      return faults.answer(request, () => router.fetch(request));
    },
    connectApp: (known) => {
      addresses = known;
    },
    reset: () => {
      for (const shop of stores.all) shop.reset();
      mailbox.clear();
      documents.clear();
      faults.replace([]);
      limiter.reset();
      orderListFormat = options.orderListFormat ?? 'full';
      webhooks.forget();
    },
    install: async () => {
      await webhooks.send('app.installed', demoStore.id, installation());
      return sandbox.sendWebhook('app.store.authorize');
    },
    uninstall: () => sandbox.sendWebhook('app.uninstalled'),
    issueTokens: (wish = {}) => {
      const shop = (wish.storeId === undefined ? null : stores.byId(wish.storeId)) ?? stores.demo;
      const scopes = (wish.scope ?? sandboxApp.scope).split(' ').filter((scope) => scope !== '');
      const [owner] = shop.store.staff;
      return vault.issue(
        { storeId: shop.store.id, userId: owner.id, scopes },
        wish.expiresInSeconds,
      );
    },
    issueEmbeddedToken: (wish = {}) => {
      const shop = (wish.storeId === undefined ? null : stores.byId(wish.storeId)) ?? stores.demo;
      const whose = { storeId: shop.store.id, userId: wish.userId ?? shop.store.staff[0].id };
      return embeddedTokens.issue(whose, wish.expiresInSeconds ?? embeddedTokenLifetime);
    },
    issueCustomerToken: (customerId) => storefront.issueToken(demoStore.id, customerId),
    sendWebhook: (event, data) => {
      if (event === 'app.uninstalled') vault.revokeStore(demoStore.id);
      const usual = event === 'app.store.authorize' ? () => sandbox.issueTokens() : installation;
      return webhooks.send(event, demoStore.id, data ?? usual());
    },
    mailbox: mailbox.all,
    faults: faults.list,
    setFaults: faults.replace,
    setRequestsPerMinute: limiter.setPerMinute,
    setIssuance: (issuance) => {
      stores.demo.issuance = issuance;
    },
    setOrderListFormat: (format) => {
      orderListFormat = format;
    },
    close: webhooks.forget,
  };

  const router = new Hono();
  router.route(
    '/',
    merchantApi({
      now,
      stores,
      vault,
      limiter,
      mailbox,
      documents,
      webhooks,
      orderListFormat: () => orderListFormat,
    }),
  );
  router.route('/', accounts({ now, stores, vault, app }));
  router.route('/', introspection(embeddedTokens));
  router.route('/', storefront.router);
  router.route('/', documents.router);
  router.route('/', control(sandbox));
  mountPages(
    router,
    pagesPort({
      origin,
      app,
      now,
      sandbox,
      stores,
      limiter,
      orderListFormat: () => orderListFormat,
      installed: () => vault.hasLiveTokens(demoStore.id),
    }),
  );
  router.notFound(() => notFound());
  router.onError((error) => {
    throw error;
  });
  return sandbox;
}

function installation() {
  return {
    id: Number(sandboxApp.id),
    app_name: sandboxApp.name,
    app_scopes: sandboxApp.scope.split(' '),
    store_type: 'demo',
  };
}
