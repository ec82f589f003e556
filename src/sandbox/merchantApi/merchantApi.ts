import { Hono } from 'hono';
import type { Mailbox } from '../mailbox.ts';
import type { RateLimit } from '../rateLimit.ts';
import type { Stores } from '../stores.ts';
import type { TokenVault } from '../tokens.ts';
import { type Caller, elsewhere, identifyCaller } from './caller.ts';
import { type CreateParts, createRoute } from './createInvoice.ts';
import { invoiceRoutes } from './invoiceRoutes.ts';
import { orderRoutes } from './orderRoutes.ts';
import type { OrderListFormat } from './orderWire.ts';
import { printRoute } from './printInvoice.ts';
import { sendRoute } from './sendInvoice.ts';

export interface MerchantApiParts extends CreateParts {
  stores: Stores;
  vault: TokenVault;
  limiter: RateLimit;
  mailbox: Mailbox;
  orderListFormat: () => OrderListFormat;
}

/** Salla's Merchant API, `/admin/v2`. */
export function merchantApi(parts: MerchantApiParts): Hono<Caller> {
  const router = new Hono<Caller>().basePath('/admin/v2');
  router.use('*', identifyCaller(parts));
  router.route('/', invoiceRoutes());
  router.route('/', createRoute(parts));
  router.route('/', printRoute(parts.documents));
  router.route('/', sendRoute(parts.mailbox));
  router.route('/', orderRoutes(parts.orderListFormat));
  router.all('*', ({ req, get }) => elsewhere(req.method, req.path, get('scopes')));
  return router;
}
