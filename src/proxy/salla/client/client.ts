import type { Logger } from 'pino';
import type { InvoiceListQuery } from '../../../contract/invoice.ts';
import { maximumPageSize } from '../../../contract/limits.ts';
import { parseAddress } from '../parse/parseAddress.ts';
import { parseInvoice, parseInvoiceRow } from '../parse/parseInvoice.ts';
import { parseOrder, parseOrderRow } from '../parse/parseOrder.ts';
import { parsePagination } from '../parse/parsePagination.ts';
import { WireOne, WirePrint } from '../parse/wire.ts';
import { type CallDeps, createCaller } from './call.ts';
import { createBody } from './createBody.ts';
import { toCreateOutcome, toCreateOutcomeOfError } from './createOutcome.ts';
import { SallaFailure } from './failure.ts';
import { createListParser, type ParseList } from './parseList.ts';
import { isNamed, toSearchTerms } from './searchTerms.ts';
import { toSendOutcome, toSendOutcomeOfError } from './sendOutcome.ts';
import type { TransportAnswer } from './transport.ts';
import type { ReadOptions, SallaClient, SallaOrderRow } from './types.ts';

const ordersPerSearch = 20;
/** As many as Salla gives at once: most of them have another name. */
const ordersPerPart = maximumPageSize;

export interface ClientDeps extends CallDeps {
  log: Pick<Logger, 'warn'>;
  randomId: () => string;
}

/** Salla's Merchant API, read into the contract's shapes. */
export function createSallaClient(parts: ClientDeps): SallaClient {
  const { read, readAs, once, onceInTurn } = createCaller(parts);
  const { origin } = new URL(parts.apiUrl);
  const readInvoiceList = createListParser(parseInvoiceRow);
  const readOrderList = createListParser(parseOrderRow);

  async function readList<T>(
    storeId: number,
    path: string,
    asked: { page: number; perPage: number },
    readBody: (body: TransportAnswer['body']) => ParseList<T> | undefined,
    how: ReadOptions | undefined,
  ) {
    const call = { method: 'GET', path, ...how } as const;
    const list = await readAs(storeId, call, (answer) => readBody(answer.body));
    const dropped = list.count - list.data.length;
    if (dropped > 0) {
      // Without its query, which may hold a customer's name or mobile.
      const [address] = path.split('?');
      parts.log.warn({ storeId, path: address, dropped }, 'Salla sent rows without a usable id');
    }
    return { data: [...list.data], page: parsePagination(list.pagination, asked, list.count) };
  }

  async function readOne<T>(
    storeId: number,
    path: string,
    readData: (wire: unknown) => T | null,
    how: ReadOptions | undefined,
  ): Promise<T> {
    const parsed = WireOne.safeParse(await read(storeId, { method: 'GET', path, ...how }));
    const data = parsed.success ? readData(parsed.data.data) : null;
    if (data === null) throw new SallaFailure('salla_unavailable');
    return data;
  }

  const orderPage = (
    storeId: number,
    query: Record<string, string | number | undefined>,
    asked: { page: number; perPage: number },
    how: ReadOptions | undefined,
  ) => {
    const path = withQuery('/orders', { ...query, page: asked.page, per_page: asked.perPage });
    return readList(storeId, path, asked, readOrderList, how);
  };

  async function isWithoutEmail(storeId: number, orderId: number): Promise<boolean> {
    try {
      const whose = { urgency: 'finishing' } as const;
      const { customer } = await readOne(storeId, `/orders/${orderId}`, parseOrder, whose);
      return customer.email === null;
    } catch (error) {
      // The refusal stands as it is where nothing more can be learned about it.
      if (error instanceof SallaFailure) return false;
      throw error;
    }
  }

  return {
    listInvoices(storeId, listQuery, how) {
      const { page, perPage } = listQuery;
      const query = toSallaListQuery(listQuery);
      const path = withQuery('/orders/invoices', query);
      return readList(storeId, path, { page, perPage }, readInvoiceList, how);
    },
    getInvoice: (storeId, invoiceId, how) =>
      readOne(storeId, `/orders/invoices/${invoiceId}`, parseInvoice, how),
    listOrders: (storeId, { from, to, page = 1, perPage = 60 }, how) =>
      orderPage(storeId, { from_date: from, to_date: to }, { page, perPage }, how),
    async searchOrders(storeId, q, how) {
      const { reference, keywords, part } = toSearchTerms(q);
      const search = (query: { reference_id: number } | { keyword: string }, perPage: number) =>
        orderPage(storeId, query, { page: 1, perPage }, how);
      const [typed = '', ...spellings] = keywords;
      const [exact, found, wider, ...others] = await Promise.all([
        reference === null ? null : search({ reference_id: reference }, ordersPerSearch),
        search({ keyword: typed }, ordersPerSearch),
        // What another spelling would have found is missed, where Salla doesn't answer to it, not what was typed.
        part === null ? null : search({ keyword: part }, ordersPerPart).catch(noneWhereSallaFails),
        ...spellings.map((keyword) =>
          search({ keyword }, ordersPerSearch).catch(noneWhereSallaFails),
        ),
      ]);
      const spelt = others
        .flatMap((list) => list?.data ?? [])
        .filter(({ customer }) => customer?.name == null || isNamed(customer.name, q));
      const named = (wider?.data ?? []).filter(
        ({ customer }) => customer?.name != null && isNamed(customer.name, q),
      );
      const orders = [...(exact?.data ?? []), ...found.data, ...spelt, ...named];
      return withoutRepeats(orders).slice(0, ordersPerSearch);
    },
    getOrder: (storeId, orderId, how) => readOne(storeId, `/orders/${orderId}`, parseOrder, how),
    async printInvoice(storeId, orderId, how) {
      const path = `/orders/${orderId}/print-invoice`;
      const parsed = WirePrint.safeParse(await read(storeId, { method: 'POST', path, ...how }));
      const url = parsed.success ? parseAddress(parsed.data.data.url, `${origin}/`) : null;
      if (url === null) throw new SallaFailure('salla_unavailable');
      return { url };
    },
    async sendInvoice(storeId, orderId, permit) {
      const path = `/orders/${orderId}/send-invoice`;
      const outcome = await once(storeId, { method: 'POST', path }, permit).then(
        (answer) => toSendOutcome(answer, parts.now()),
        toSendOutcomeOfError,
      );
      // Salla refuses an order without an address in words that don't say so: the order does.
      const isRefused = outcome.outcome === 'failed' && outcome.reason === 'refused';
      if (!isRefused || !(await isWithoutEmail(storeId, orderId))) return outcome;
      return { ...outcome, reason: 'no_email' };
    },
    createInvoice(storeId, invoice) {
      const body = createBody(invoice, `invoice-desk-${parts.randomId()}`);
      return onceInTurn(storeId, { method: 'POST', path: '/orders/invoices', body }).then(
        (answer) => toCreateOutcome(answer, parts.now()),
        toCreateOutcomeOfError,
      );
    },
  };
}

function noneWhereSallaFails(error: unknown): null {
  if (error instanceof SallaFailure) return null;
  throw error;
}

function withoutRepeats(orders: SallaOrderRow[]): SallaOrderRow[] {
  // A Map keeps the place of a key's first appearance: the exact order number stays in front.
  return [...new Map(orders.map((order) => [order.id, order])).values()];
}

function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  return `${path}?${search}`;
}

/** Salla's names of the list's query. A field of the contract without one is a compile error. */
const sallaNames: Readonly<Record<keyof InvoiceListQuery, string>> = {
  from: 'from_date',
  to: 'to_date',
  orderId: 'order_id',
  page: 'page',
  perPage: 'per_page',
};

function toSallaListQuery(query: InvoiceListQuery) {
  const values = new Map<string, string | number | undefined>(Object.entries(query));
  return Object.fromEntries(
    Object.entries(sallaNames).map(([name, sallaName]) => [sallaName, values.get(name)]),
  );
}
