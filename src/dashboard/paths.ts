/** What the queries of the pages' addresses may hold. Every value left out has its default. */
import { type DeliveryState, deliveryStates } from '../contract/deliveryStates.ts';
import type { InvoiceListQuery } from '../contract/invoice.ts';
import {
  defaultPageSize,
  maximumPageNumber,
  type PageSize,
  pageSizes,
} from '../contract/limits.ts';

/** Days are inclusive, `YYYY-MM-DD` in store time. */
export interface InvoiceListSearch extends Omit<Present<InvoiceListQuery>, 'perPage'> {
  perPage?: PageSize;
}

export interface DeliveryListSearch {
  batchId?: string;
  orderId?: number;
  invoiceId?: number;
  state?: DeliveryState;
  page?: number;
  perPage?: PageSize;
}

/** Which of a batch's deliveries its table shows. */
export interface BatchSearch extends Pick<DeliveryListSearch, 'state' | 'page' | 'perPage'> {
  /** Left out, the table is folded where the page tells of its rows already. */
  record?: 'open' | 'folded';
}

/** The order that gets an invoice, and which; a tax invoice unless the address says otherwise. */
export interface NewInvoiceSearch {
  orderId?: number;
  type?: 'credit_note';
}

/** `returnTo` is a path of this site; `problem` is why the last attempt at signing in failed. */
export interface SignInSearch {
  returnTo?: string;
  problem?: string;
}

type RawSearch = Readonly<Record<string, unknown>>;

/** Reads an address's query; what makes no sense or says the default is left out, and days the wrong way round are turned. */
export function readInvoiceListSearch(raw: RawSearch): InvoiceListSearch {
  const from = readDay(raw.from);
  const to = readDay(raw.to);
  const turned = from !== undefined && to !== undefined && to < from;
  return withoutUndefined({
    from: turned ? to : from,
    to: turned ? from : to,
    orderId: readInteger(raw.orderId),
    ...readPaging(raw),
  } satisfies Record<keyof InvoiceListQuery, unknown>);
}

export function readDeliveryListSearch(raw: RawSearch): DeliveryListSearch {
  return withoutUndefined({
    batchId: readText(raw.batchId, 64),
    orderId: readInteger(raw.orderId),
    invoiceId: readInteger(raw.invoiceId),
    state: deliveryStates.find((state) => state === raw.state),
    ...readPaging(raw),
  });
}

export function readBatchSearch(raw: RawSearch): BatchSearch {
  return withoutUndefined({
    record: (['open', 'folded'] as const).find((record) => record === raw.record),
    state: deliveryStates.find((state) => state === raw.state),
    ...readPaging(raw),
  });
}

export function readNewInvoiceSearch(raw: RawSearch): NewInvoiceSearch {
  return withoutUndefined({
    orderId: readInteger(raw.orderId),
    type: raw.type === 'credit_note' ? raw.type : undefined,
  });
}

export function readSignInSearch(raw: RawSearch): SignInSearch {
  const returnTo = readText(raw.returnTo, 2000);
  return withoutUndefined({
    returnTo: returnTo !== undefined && /^\/(?![/\\])/.test(returnTo) ? returnTo : undefined,
    problem: readText(raw.problem, 64),
  });
}

/** The same query with its paging said, in one order, as the API is asked. */
export function withPaging<Search extends { page?: number; perPage?: PageSize }>(search: Search) {
  const { page = 1, perPage = defaultPageSize, ...rest } = search;
  return { ...rest, page, perPage };
}

function readPaging(raw: RawSearch) {
  const page = readInteger(raw.page);
  const size = Number(raw.perPage);
  return {
    page: page === undefined || page === 1 || page > maximumPageNumber ? undefined : page,
    perPage: pageSizes.find((known) => known === size && known !== defaultPageSize),
  };
}

function readInteger(value: unknown): number | undefined {
  return /^[1-9]\d{0,14}$/.test(String(value)) ? Number(value) : undefined;
}

function readDay(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return undefined;
  const parsed = new Date(`${value}T00:00:00Z`);
  const real = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
  return real ? value : undefined;
}

function readText(value: unknown, longest: number): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= longest ? value : undefined;
}

type Present<Shape> = { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> };

function withoutUndefined<Shape extends object>(shape: Shape): Present<Shape> {
  const present: Present<Shape> = { ...shape };
  for (const key in present) {
    if (present[key] === undefined) delete present[key];
  }
  return present;
}
