import type { AppAddresses } from './app.ts';
import type { Fault, Mail } from './dashboardPage/port.ts';
import type { OrderListFormat } from './merchantApi/orderWire.ts';
import type { Issuance } from './model.ts';
import type { TokenPair } from './tokens.ts';

/** A whole Salla: one function from Request to Response, and what steers it. */
export interface Sandbox {
  /**
   * Answers as Salla would. Rejects with `ConnectionReset` where a fault breaks the connection.
   * `peerAddress` is the caller's, where there is one.
   */
  fetch(request: Request, peerAddress?: string): Promise<Response>;
  /** Says where the app is, where that was not known from the start. */
  connectApp(addresses: AppAddresses): void;
  /**
   * The shop as seeded, mailbox empty, no faults, the plan's full bucket. Tokens that were issued stay valid, for
   * the app keeps them over a reset.
   */
  reset(): void;
  /** Installs the app: fresh tokens, delivered by webhook; the status that the app answered, null for none. */
  install(): Promise<number | null>;
  /** Revokes the demo store's tokens and tells the app. */
  uninstall(): Promise<number | null>;
  /** A pair as an install would deliver it; the scope defaults to the app's, the store to the demo store. */
  issueTokens(wish?: TokenWish): TokenPair;
  issueEmbeddedToken(wish?: EmbeddedTokenWish): string;
  /** Signs a customer of the demo store in on the storefront. */
  issueCustomerToken(customerId: number): string;
  /** Sends any event of the demo store; what an install or uninstall does besides happens here too. */
  sendWebhook(event: string, data?: unknown): Promise<number | null>;
  mailbox(): readonly Mail[];
  faults(): readonly Fault[];
  setFaults(faults: readonly Fault[]): void;
  setRequestsPerMinute(perMinute: number): void;
  /** How the demo store issues invoices, which decides what can be created. */
  setIssuance(issuance: Issuance): void;
  /** What rows of order lists hold, in every store. A reset brings back the option's. */
  setOrderListFormat(format: OrderListFormat): void;
  /** Gives up webhooks that are still to be tried again. */
  close(): void;
}

interface TokenWish {
  scope?: string | undefined;
  expiresInSeconds?: number | undefined;
  storeId?: number | undefined;
}

interface EmbeddedTokenWish {
  expiresInSeconds?: number | undefined;
  storeId?: number | undefined;
  userId?: number | undefined;
}
