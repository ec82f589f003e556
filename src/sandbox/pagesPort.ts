import { type AppAddresses, sandboxApp } from './app.ts';
import { inUnits } from './currency.ts';
import type { PagesPort, StorefrontCustomer } from './dashboardPage/port.ts';
import type { OrderListFormat } from './merchantApi/orderWire.ts';
import type { RateLimit } from './rateLimit.ts';
import { storeDate } from './riyadh.ts';
import type { Sandbox } from './sandbox.ts';
import type { Shop } from './shop.ts';
import type { Stores } from './stores.ts';

const ordersShown = 10;
/** The first customers are those with something odd about them, which the newest orders belong to. */
const customersShown = 16;

function storefrontCustomer(shop: Shop, index: number): StorefrontCustomer {
  const customer = shop.customers.at(index);
  const found = shop.search.find(
    {
      customer_id: customer.id,
      from: 0,
      to: Number.POSITIVE_INFINITY,
      sort: { by: 'created_at', descending: true },
    },
    0,
    ordersShown,
  );
  return {
    id: customer.id,
    name: `${customer.firstName} ${customer.lastName}`,
    email: customer.email,
    orders: found.rows.map((order) => ({
      id: order.id,
      number: order.referenceId,
      date: storeDate(order.placedAt),
      total: inUnits(order.amounts.total, order.currency),
      currency: order.currency,
      status: order.status.name,
      hasInvoice: shop.invoicesOfOrder(order.id).length > 0,
    })),
  };
}

/** The sandbox as its own pages see it. */
export function pagesPort(parts: {
  origin: string;
  app: () => AppAddresses;
  now: () => number;
  sandbox: Sandbox;
  stores: Stores;
  limiter: RateLimit;
  orderListFormat: () => OrderListFormat;
  installed: () => boolean;
}): PagesPort {
  const { sandbox, limiter, stores } = parts;
  const { demo } = stores;
  return {
    origin: parts.origin,
    get appUrl() {
      return parts.app().appUrl;
    },
    get framedAppUrl() {
      return parts.app().framedAppUrl;
    },
    app: { id: sandboxApp.id, clientId: sandboxApp.clientId, name: sandboxApp.name },
    store: { id: demo.store.id, name: demo.store.name, currency: 'SAR' },
    now: parts.now,
    issueEmbeddedToken: (expiresInSeconds) => sandbox.issueEmbeddedToken({ expiresInSeconds }),
    mailbox: sandbox.mailbox,
    orderNumber: (orderId) => demo.order(orderId)?.referenceId ?? null,
    faults: sandbox.faults,
    setFaults: sandbox.setFaults,
    requestsPerMinute: limiter.perMinute,
    setRequestsPerMinute: sandbox.setRequestsPerMinute,
    issuance: () => demo.issuance,
    orderListFormat: parts.orderListFormat,
    installed: parts.installed,
    install: sandbox.install,
    uninstall: sandbox.uninstall,
    storefrontCustomers: () =>
      Array.from({ length: Math.min(customersShown, demo.customers.count) }, (_, index) =>
        storefrontCustomer(demo, index),
      ),
    storefrontCustomer: (customerId) => {
      const index = demo.customers.indexById(customerId);
      return index === null ? null : storefrontCustomer(demo, index);
    },
    issueCustomerToken: sandbox.issueCustomerToken,
  };
}
