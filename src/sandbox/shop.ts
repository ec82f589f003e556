import type { InvoiceKind, Issuance, Order, Store } from './model.ts';
import { createOrderSearch, type OrderSearch } from './orderSearch.ts';
import { type CustomerTable, customerTable } from './seed/customers.ts';
import { invoiceTable, type SeededInvoice, seededNumber } from './seed/invoices.ts';
import { seededInvoiceWire } from './seed/invoiceWire.ts';
import { type OrderTable, orderTable } from './seed/orders.ts';
import { firstAt } from './sorted.ts';
import type { WireInvoice } from './wire.ts';

/** One invoice: the columns that lists filter by, and the wire form, made when asked for. */
export interface InvoiceRecord {
  id: number;
  orderId: number;
  kind: InvoiceKind;
  issuedAt: number;
  /** Whether it is a PDF from elsewhere, without amounts. */
  isDocument: boolean;
  wire(): WireInvoice;
}

export interface Shop {
  store: Store;
  customers: CustomerTable;
  orders: OrderTable;
  search: OrderSearch;
  order(id: number): Order | null;
  invoice(id: number): InvoiceRecord | null;
  invoicesOfOrder(orderId: number): readonly InvoiceRecord[];
  /** Newest first: how many there are in the span, and those from `skip` on. Both ends are epoch milliseconds, `to` exclusive. */
  listInvoices(
    span: { from: number; to: number },
    skip: number,
    take: number,
  ): { total: number; rows: InvoiceRecord[] };
  numberIsTaken(number: string): boolean;
  issuance: Issuance;
  nextInvoiceId(): number;
  /** What Salla makes of an order when it issues the invoice itself. */
  issueFromOrder(order: Order, kind: InvoiceKind, id: number, issuedAt: number): WireInvoice;
  add(invoice: InvoiceRecord, number: string | null): void;
  /** Forgets what was created and changed since the seed. */
  reset(): void;
}

export interface ShopOptions {
  seed: number;
  store: Store;
  orders: number;
  /** The newest order is placed just before it. */
  endsAt: number;
  /** Added to every id, so that stores share none. */
  idOffset: number;
  documentUrl(invoiceId: number): string;
}

export function createShop(options: ShopOptions): Shop {
  const { seed, store, idOffset } = options;
  const customers = customerTable(seed, idOffset, options.orders);
  const orders = orderTable(seed, {
    count: options.orders,
    endsAt: options.endsAt,
    idOffset,
    customers,
  });
  const invoices = invoiceTable(seed, idOffset, orders);
  let created: InvoiceRecord[] = [];
  let createdNumbers = new Set<string>();

  const correctedNumber = (invoice: SeededInvoice) => {
    const [first] = invoices.positionsOfOrder(invoice.orderIndex);
    return invoice.kind === 'credit_note' && first !== undefined ? seededNumber(first) : null;
  };

  const wireOf = (invoice: SeededInvoice, order: Order) =>
    seededInvoiceWire(invoice, {
      seed,
      store,
      order,
      correctsNumber: correctedNumber(invoice),
      documentUrl: options.documentUrl,
    });

  const record = (position: number): InvoiceRecord => {
    const invoice = invoices.at(position);
    const order = orders.at(invoice.orderIndex);
    return {
      id: invoice.id,
      orderId: order.id,
      kind: invoice.kind,
      issuedAt: invoice.issuedAt,
      isDocument: invoice.oddity.kind === 'document',
      wire: () => wireOf(invoice, order),
    };
  };

  const shop: Shop = {
    store,
    customers,
    orders,
    search: createOrderSearch(orders),
    issuance: 'custom',
    order: (id) => {
      const index = orders.indexById(id);
      return index === null ? null : orders.at(index);
    },
    invoice: (id) => {
      const position = invoices.positionById(id);
      return position === null ? (created.find((one) => one.id === id) ?? null) : record(position);
    },
    invoicesOfOrder: (orderId) => {
      const index = orders.indexById(orderId);
      const seeded = index === null ? [] : invoices.positionsOfOrder(index).map(record);
      return [...seeded, ...created.filter((one) => one.orderId === orderId)];
    },
    listInvoices: ({ from, to }, skip, take) => {
      const later = created.filter((one) => one.issuedAt >= from && one.issuedAt < to).reverse();
      const low = firstAt(invoices.count, invoices.issuedAt, from);
      const high = Math.max(low, firstAt(invoices.count, invoices.issuedAt, to));
      const rows = later.slice(skip, skip + take);
      const seededSkip = Math.max(0, skip - later.length);
      for (let at = high - 1 - seededSkip; at >= low && rows.length < take; at--)
        rows.push(record(at));
      return { total: later.length + high - low, rows };
    },
    numberIsTaken: (number) => {
      const position = Number(number) - 1001;
      const seeded =
        position >= 0 && position < invoices.count && seededNumber(position) === number;
      return seeded || createdNumbers.has(number);
    },
    nextInvoiceId: () => idOffset + 2_450_000_000 + created.length,
    issueFromOrder: (order, kind, id, issuedAt) => {
      const position = invoices.count + created.length;
      return wireOf(
        { id, kind, orderIndex: order.index, issuedAt, position, oddity: { kind: 'plain' } },
        order,
      );
    },
    add: (invoice, number) => {
      created.push(invoice);
      if (number !== null) createdNumbers.add(number);
    },
    reset: () => {
      created = [];
      createdNumbers = new Set();
      shop.issuance = 'custom';
    },
  };
  return shop;
}
