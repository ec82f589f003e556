import type { OrderListFormat } from '../merchantApi/orderWire.ts';
import type { Issuance } from '../model.ts';

/**
 * What the sandbox's pages may ask of the sandbox and change in it. Times are epoch milliseconds unless
 * said otherwise; ids are Salla's integers.
 */
export interface PagesPort {
  /** Where the sandbox itself is reached, without a trailing slash: `http://localhost:3100`. */
  readonly origin: string;
  /** What the dashboard page puts in its iframe, without a trailing slash: another site than `origin`. */
  readonly framedAppUrl: string;
  /** Where the app is reached in a tab of its own, without a trailing slash. */
  readonly appUrl: string;
  readonly app: { readonly id: string; readonly clientId: string; readonly name: string };
  /** The demo store that the dashboard page shows. */
  readonly store: { readonly id: number; readonly name: string; readonly currency: string };
  now(): number;

  /** A token as Salla's dashboard puts on the frame's address; a lifetime below 1 makes one that is expired. */
  issueEmbeddedToken(lifetimeSeconds: number): string;

  /** Every email that customers would have got, newest first. */
  mailbox(): readonly Mail[];
  /** The number that people know an order by, null where there is no such order. */
  orderNumber(orderId: number): number | null;

  faults(): readonly Fault[];
  /** Replaces the faults; an empty list clears them. */
  setFaults(faults: readonly Fault[]): void;

  /** The store's rate limit, requests a minute: 120, 360 and 720 are Salla's plans. */
  requestsPerMinute(): number;
  setRequestsPerMinute(perMinute: number): void;

  /** How the store issues invoices, which decides what can be created. */
  issuance(): Issuance;

  /** Whether rows of order lists have their customer. */
  orderListFormat(): OrderListFormat;

  /** Whether the app holds live tokens of the demo store. */
  installed(): boolean;
  /** Fresh tokens, delivered by `app.store.authorize`; resolves to the HTTP status the app answered, null when it did not. */
  install(): Promise<number | null>;
  /** Revokes the store's tokens and says so by `app.uninstalled`. */
  uninstall(): Promise<number | null>;

  /** Some customers of the demo shop with their newest orders; always one without an email, and at least one with an invoice. */
  storefrontCustomers(): readonly StorefrontCustomer[];
  storefrontCustomer(customerId: number): StorefrontCustomer | null;
  /** Signs a customer in: what the storefront's SDK sends as `Authorization: Bearer <token>`. */
  issueCustomerToken(customerId: number): string;
}

export interface Mail {
  orderId: number;
  /** The customer's address. */
  to: string;
  subject: string;
  /** ISO 8601 with offset. */
  at: string;
  via: 'merchant-api' | 'storefront';
}

export const faultAnswers = [
  '429',
  '503',
  '500',
  '422',
  '404',
  'reset',
  'hang',
  'slow',
  'body',
] as const;
type FaultAnswer = (typeof faultAnswers)[number];

/** One thing that is to go wrong. What is left out matches everything, or goes on for ever. */
export interface Fault {
  /** `GET`, `POST` ... or `*`. */
  method: string;
  // A prefix of the address's path; or, where * stands for anything, all of it: /admin/v2/orders/*/send-invoice
  // A $ at its end makes a prefix the whole path; one with a ? is compared with path and query.
  path: string;
  orderId?: number | undefined;
  answer: FaultAnswer;
  /** The shop does what it was asked to, and only its answer is lost, late or replaced. */
  after?: boolean | undefined;
  /** `slow`: milliseconds before the real answer; `reset`: before the connection breaks; `429`: what `Retry-After` says. */
  ms?: number | undefined;
  /** How many requests it strikes before it is spent. */
  times?: number | undefined;
  /** `body`: the status, 200 by default. */
  status?: number | undefined;
  /** `body`: all the headers there are; the content type goes by the body where none is named. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** `body`: text is sent as it is, as HTML unless `headers` say otherwise; any other value as JSON; none is an empty body. */
  body?: unknown;
  /** `body`: bytes, in place of `body`. */
  bodyBase64?: string | undefined;
}

export interface StorefrontCustomer {
  id: number;
  name: string;
  email: string | null;
  /** Newest first. */
  orders: readonly StorefrontOrder[];
}

export interface StorefrontOrder {
  id: number;
  /** The order number that the customer knows. */
  number: number;
  /** `YYYY-MM-DD`, Asia/Riyadh. */
  date: string;
  total: number;
  /** ISO 4217. */
  currency: string;
  status: string;
  hasInvoice: boolean;
}

/**
 * What the consent page shows (`renderConsentPage(view: ConsentView): string`, a whole HTML document, and
 * `renderSignInProblem(message: string): string` where the app asked wrongly). It is one form, `method="post"` to `action`, that posts every entry of
 * `hiddenFields`, `user` (the id of the staff member who signs in) and `decision` (`allow` or `deny`).
 */
export interface ConsentView {
  appName: string;
  /** As asked for: `offline_access`, `orders.read_write` ... */
  scopes: readonly string[];
  action: string;
  hiddenFields: Readonly<Record<string, string>>;
  staff: readonly ConsentStaff[];
}

export interface ConsentStaff {
  userId: number;
  name: string;
  role: string;
  storeName: string;
}
