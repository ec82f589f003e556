import type { InvoiceListQuery } from '../../../contract/invoice.ts';
import type { RateLimiter } from '../rateLimit/rateLimiter.ts';
import { type SharedReads, shareReads } from './shareReads.ts';
import type { SallaClient, SallaInvoice, SallaInvoicePage, SallaOrder } from './types.ts';

/** A few MB of each kind, and more than a busy store's people look at in a minute. */
const mostRows = 6000;

/** What people look at, shared within their store where it may not call Salla now. Decisions are read by `SallaClient` itself. */
export interface SharedSalla {
  invoiceList: SharedReads<InvoiceListQuery, SallaInvoicePage>;
  invoice: SharedReads<number, SallaInvoice>;
  order: SharedReads<number, SallaOrder>;
  /** After a write in the store. */
  drop(storeId: number): void;
}

export function createSharedSalla(
  salla: Pick<SallaClient, 'listInvoices' | 'getInvoice' | 'getOrder'>,
  { now, rateLimiter }: { now: () => number; rateLimiter: Pick<RateLimiter, 'isCrowded'> },
): SharedSalla {
  const both = { mostRows, now, isCrowded: rateLimiter.isCrowded };
  const invoiceList = shareReads({
    ...both,
    ask: salla.listInvoices,
    // Every field of the query, so that a new filter can't share another one's answer.
    keyOf: (query: InvoiceListQuery) =>
      JSON.stringify(
        Object.entries(query)
          .filter(([, value]) => value !== undefined)
          .sort(),
      ),
    rowsOf: ({ data }) => data.length,
  });
  const invoice = shareReads({
    ...both,
    ask: salla.getInvoice,
    keyOf: (invoiceId: number) => invoiceId,
    rowsOf: ({ items }) => items.length,
  });
  const order = shareReads({
    ...both,
    ask: salla.getOrder,
    keyOf: (orderId: number) => orderId,
    rowsOf: () => 1,
  });
  const kinds = { invoiceList, invoice, order };
  return {
    ...kinds,
    drop: (storeId) => {
      for (const kind of Object.values(kinds)) kind.drop(storeId);
    },
  };
}
