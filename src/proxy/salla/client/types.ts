import type { Customer, PageInfo } from '../../../contract/common.ts';
import type { CreateInvoice } from '../../../contract/createInvoice.ts';
import type { DeliveryReason } from '../../../contract/delivery.ts';
import type { Invoice, InvoiceListQuery, InvoiceSummary } from '../../../contract/invoice.ts';
import type { Order, OrderSummary } from '../../../contract/order.ts';
import type { Permit, Urgency } from '../rateLimit/types.ts';
import type { SallaFailure } from './failure.ts';
import type { ByteChunks } from './transport.ts';

/** What of an invoice Salla's list tells; the rest of the row is joined from our own tables. */
export type SallaInvoiceRow = Omit<
  InvoiceSummary,
  'orderNumber' | 'customer' | 'lastDelivery' | 'createdAt'
>;

/** What of an invoice Salla's details tell. */
export type SallaInvoice = Omit<
  Invoice,
  'orderNumber' | 'customer' | 'lastDelivery' | 'createdAt' | 'deliveries' | 'ageSeconds'
>;

/** What one answer says of an order's customer: null is empty at Salla, undefined is left out of the answer. */
export type StatedCustomer = { [Field in keyof Customer]: Customer[Field] | undefined };

/** What an answer tells of an order; its customer is merged with what earlier answers told. */
export type SallaOrderRow = Omit<OrderSummary, 'customer'> & { customer: StatedCustomer };
export type SallaOrder = Omit<Order, 'customer' | 'ageSeconds'> & { customer: StatedCustomer };

export interface SallaInvoicePage {
  data: SallaInvoiceRow[];
  page: PageInfo;
}

interface SallaOrderPage {
  data: SallaOrderRow[];
  page: PageInfo;
}

/** Days are inclusive, in store time. `perPage` at most 60. */
interface OrderListQuery {
  from?: string | undefined;
  to?: string | undefined;
  page?: number | undefined;
  perPage?: number | undefined;
}

/**
 * What came of asking Salla to mail an order's invoice. `failed` and `not_sent`: no email went out;
 * `not_sent` may be tried again as it is. `reconnect` names the tokens' pair that is of no use, where the store has any. `unconfirmed`: it may have gone out, so only a person may repeat it.
 */
export type SendOutcome =
  | { outcome: 'sent'; message: string | null }
  | { outcome: 'failed'; reason: Exclude<DeliveryReason, 'reconnect'>; message: string | null }
  | { outcome: 'failed'; reason: 'reconnect'; message: string | null; refusedPairId: string | null }
  | {
      outcome: 'unconfirmed';
      reason: 'timeout' | 'salla_error' | 'interrupted';
      message: string | null;
    }
  | {
      outcome: 'not_sent';
      reason: 'rate_limited' | 'unavailable' | 'no_connection';
      retryAfterSeconds: number | null;
    };

/** What is asked for to create an invoice, a file with its bytes. */
export type NewInvoice =
  | Exclude<CreateInvoice, { dataType: 'file' }>
  | (Omit<Extract<CreateInvoice, { dataType: 'file' }>, 'file'> & { file: ByteChunks });

/**
 * What came of asking Salla to create an invoice. `refused`: Salla looked at it and said why not; where that names no
 * field it may be an error, after which one may have been made all the same. `not_decided`: nothing was made, and it
 * may be asked again as it is. `unknown`: one may have been made.
 */
export type CreateOutcome =
  | { outcome: 'created'; invoice: SallaInvoiceRow }
  | { outcome: 'refused' | 'not_decided' | 'unknown'; failure: SallaFailure };

/** How one read is made; for a person who browses where nothing is said. */
export interface ReadOptions {
  signal?: AbortSignal | undefined;
  urgency?: Urgency | undefined;
  /** How long it may wait for its turn; 0 throws `rate_limited` where the store may not call now. */
  patienceMs?: number | undefined;
}

/**
 * Salla's Merchant API for one store at a time. Everything but `sendInvoice` and `createInvoice` throws
 * `SallaFailure`. An aborted signal cancels a read; a send and a creation are never cancelled, nor repeated.
 */
export interface SallaClient {
  listInvoices(
    storeId: number,
    query: InvoiceListQuery,
    how?: ReadOptions,
  ): Promise<SallaInvoicePage>;
  getInvoice(storeId: number, invoiceId: number, how?: ReadOptions): Promise<SallaInvoice>;
  listOrders(storeId: number, query: OrderListQuery, how?: ReadOptions): Promise<SallaOrderPage>;
  /** By order number, customer name or mobile; an exact order number comes first. */
  searchOrders(storeId: number, q: string, how?: ReadOptions): Promise<SallaOrderRow[]>;
  getOrder(storeId: number, orderId: number, how?: ReadOptions): Promise<SallaOrder>;
  /** The absolute address of a PDF. */
  printInvoice(storeId: number, orderId: number, how?: ReadOptions): Promise<{ url: string }>;
  /** Ends the permit. */
  sendInvoice(storeId: number, orderId: number, permit: Permit): Promise<SendOutcome>;
  createInvoice(storeId: number, invoice: NewInvoice): Promise<CreateOutcome>;
}
