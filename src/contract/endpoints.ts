/** Every endpoint of the proxy's API: method, path, query, body and the body of a successful answer. */
import type {
  Batch,
  BatchChanges,
  BatchChangesQuery,
  BatchDecision,
  BatchRetry,
  DeliveryPreview,
  DeliveryPreviewRequest,
  SkippedPage,
} from './batch.ts';
import type { CreateInvoice } from './createInvoice.ts';
import type {
  Delivery,
  DeliveryBatch,
  DeliveryListQuery,
  DeliveryPage,
  DeliveryRequest,
  DeliveryResolution,
} from './delivery.ts';
import type { Invoice, InvoiceListQuery, InvoicePage, InvoiceSummary } from './invoice.ts';
import type { Order, OrderSummary, OrdersById } from './order.ts';
import type { NewSession, Session, SessionRequest } from './session.ts';
import type { Store } from './store.ts';

export type Method = 'GET' | 'POST' | 'DELETE';

/** One call of an endpoint. `types` is never set: it carries the types of the body to send and of the answer. */
export interface ApiCall<Answer, Body = undefined> {
  method: Method;
  /** With its query. */
  path: string;
  types?: { answer: Answer; body: Body };
}

type QueryValue = string | number | boolean | undefined;
type PathValues<Path extends string> = Path extends `${string}{${string}}${infer Rest}`
  ? [value: string | number, ...rest: PathValues<Rest>]
  : [];

/** Builds a call from the path's values, in their order, and the query. Query values that are undefined are left out. */
export interface Endpoint<Answer, Body, Query extends object, Path extends string = string> {
  (...values: [...PathValues<Path>, query?: Query]): ApiCall<Answer, Body>;
  method: Method;
  /** With `{name}` for each value. */
  pattern: Path;
}

/** The body of an endpoint's successful answer. */
export type AnswerOf<Some extends (...values: never[]) => ApiCall<unknown, unknown>> =
  ReturnType<Some> extends ApiCall<infer Answer, infer _> ? Answer : never;

type NoQuery = Record<never, never>;
interface Data<Value> {
  data: Value;
}

const get =
  <Answer, Query extends object = NoQuery>() =>
  <Path extends string>(path: Path): Endpoint<Answer, undefined, Query, Path> =>
    endpoint('GET', path);

const post =
  <Answer, Body = undefined>() =>
  <Path extends string>(path: Path): Endpoint<Answer, Body, NoQuery, Path> =>
    endpoint('POST', path);

export const endpoints = {
  session: get<Session>()('/api/session'),
  openSession: post<NewSession, SessionRequest>()('/api/session'),
  endSession: endpoint<null, undefined, NoQuery, '/api/session'>('DELETE', '/api/session'),
  store: get<Data<Store>>()('/api/store'),

  invoices: get<InvoicePage, InvoiceListQuery>()('/api/invoices'),
  invoice: get<Data<Invoice>>()('/api/invoices/{invoiceId}'),
  createInvoice: post<Data<InvoiceSummary>, CreateInvoice>()('/api/invoices'),

  searchOrders: get<Data<OrderSummary[]>, { q: string }>()('/api/orders'),
  /** `ids`: separated by commas. `to`: the last day of the rows that name them. */
  ordersById: get<OrdersById, { ids: string; to: string }>()('/api/orders'),
  order: get<Data<Order>>()('/api/orders/{orderId}'),
  printOrder: post<Data<{ url: string }>>()('/api/orders/{orderId}/print'),

  deliveries: get<DeliveryPage, DeliveryListQuery>()('/api/deliveries'),
  requestDeliveries: post<Data<DeliveryBatch>, DeliveryRequest>()('/api/deliveries'),
  previewDeliveries: post<Data<DeliveryPreview>, DeliveryPreviewRequest>()(
    '/api/deliveries/preview',
  ),
  delivery: get<Data<Delivery>>()('/api/deliveries/{deliveryId}'),
  retryDelivery: post<Data<Delivery>>()('/api/deliveries/{deliveryId}/retry'),
  cancelDelivery: post<Data<Delivery>>()('/api/deliveries/{deliveryId}/cancel'),
  resolveDelivery: post<Data<Delivery>, DeliveryResolution>()(
    '/api/deliveries/{deliveryId}/resolve',
  ),

  batches: get<Batch[], { active?: boolean }>()('/api/deliveries/batches'),
  batch: get<Data<Batch>>()('/api/deliveries/batches/{batchId}'),
  batchChanges: get<Data<BatchChanges>, BatchChangesQuery>()(
    '/api/deliveries/batches/{batchId}/changes',
  ),
  /** A file (`text/csv`), not JSON. */
  batchCsv: get<never>()('/api/deliveries/batches/{batchId}.csv'),
  skippedOfBatch: get<SkippedPage, { page?: number; perPage?: number }>()(
    '/api/deliveries/batches/{batchId}/skipped',
  ),
  cancelBatch: post<Data<Batch>>()('/api/deliveries/batches/{batchId}/cancel'),
  pauseBatch: post<Data<Batch>>()('/api/deliveries/batches/{batchId}/pause'),
  resumeBatch: post<Data<Batch>>()('/api/deliveries/batches/{batchId}/resume'),
  retryBatch: post<Data<DeliveryBatch>, BatchRetry>()('/api/deliveries/batches/{batchId}/retry'),
  resolveBatch: post<Data<Batch>, BatchDecision>()('/api/deliveries/batches/{batchId}/resolve'),

  /** A page of Salla's, by redirect. `returnTo`: a path of this site. */
  login: get<never, { returnTo: string }>()('/auth/login'),
} as const;

function endpoint<Answer, Body, Query extends object, Path extends string>(
  method: Method,
  pattern: Path,
): Endpoint<Answer, Body, Query, Path> {
  const names = pattern.match(/\{\w+\}/g) ?? [];
  const build = (...values: [...PathValues<Path>, query?: Query]): ApiCall<Answer, Body> => {
    const path = names.reduce(
      (text, name, at) => text.replace(name, String(values[at])),
      `${pattern}`,
    );
    return { method, path: path + queryText(values[names.length]) };
  };
  return Object.assign(build, { method, pattern });
}

function queryText(query: unknown): string {
  if (typeof query !== 'object' || query === null) return '';
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries<QueryValue>({ ...query })) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
