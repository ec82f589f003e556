import type { Generated } from 'kysely';
import type { DeliveryReason } from '../../contract/delivery.ts';
import type { DeliveryState } from '../../contract/deliveryStates.ts';
import type { IssuanceSetting } from '../../contract/store.ts';

/** The events that change something here. */
export type StoreEvent = 'app.store.authorize' | 'app.uninstalled';

/** Every table, as the migrations leave it. Times are epoch ms, flags 0 or 1, so that one SQL serves SQLite and Postgres. */
export interface Schema {
  /** `issuance` is what Salla's answers have shown of the store's setting. */
  stores: {
    id: number;
    name: string | null;
    connected_at: number;
    issuance: IssuanceSetting | null;
    issuance_learned_at: number | null;
  };
  /**
   * One row a connected store, the tokens sealed. `pair_id` changes with every new pair, so a late
   * writer can't overwrite a newer one. The lease is held by whoever is refreshing;
   * `refresh_sent_at` stays where a refresh left and no answer was kept.
   */
  store_tokens: {
    store_id: number;
    pair_id: string;
    sealed_access: string;
    sealed_refresh: string | null;
    scope: string;
    expires_at: number;
    refresh_after: number;
    revoked: 0 | 1;
    lease_owner: string | null;
    lease_until: number;
    refresh_sent_at: number | null;
  };
  /** Names of staff as Salla told them when they installed the app or signed in. */
  staff: { store_id: number; user_id: number; name: string };
  /** A row per open session: without it the signed token is worth nothing, so that signing out and uninstalling end it at once. */
  sessions: {
    id: string;
    store_id: number;
    user_id: number;
    opened_from: 'tab' | 'embedded';
    expires_at: number;
  };
  known_orders: {
    store_id: number;
    order_id: number;
    number: number | null;
    customer_name: string | null;
    customer_email: string | null;
    customer_mobile: string | null;
    seen_at: number;
    /** When Salla last said what the customer's email address is, epoch ms; null for never. */
    customer_seen_at: number | null;
    /** When a process last asked for its details because the customer was not known, epoch ms. */
    details_asked_at: number | null;
  };
  /** What was asked for together. Its deliveries are rows of their own; `skipped_orders` are those held back when it was asked for. */
  batches: {
    id: string;
    store_id: number;
    requested_by_id: number;
    requested_by_name: string | null;
    requested_at: number;
    requested_from: 'tab' | 'embedded';
    paused: 0 | 1;
    /** What is on its way then must not come back into the queue. */
    canceled: Generated<0 | 1>;
    retry_of: string | null;
  };
  skipped_orders: {
    store_id: number;
    batch_id: string;
    position: number;
    order_id: number;
    reason: 'sent_recently' | 'already_queued';
    /** The delivery that stood in the way. */
    delivery_id: string;
  };
  /** `first_attempt_at`: since when it is being tried without a longer rest. `bulk`: asked for together with others, so it lets single ones pass. `not_before` holds back one that can still be taken back, or waits to be tried again; `held` as long as its batch is paused; `claim` counts how often it was taken to be sent, and `lease_*` say who has it. */
  deliveries: {
    id: string;
    store_id: number;
    batch_id: string;
    position: number;
    order_id: number;
    invoice_id: number | null;
    state: DeliveryState;
    reason: DeliveryReason | null;
    message: string | null;
    attempts: number;
    first_attempt_at: number | null;
    requested_by_id: number;
    requested_by_name: string | null;
    requested_at: number;
    requested_from: 'tab' | 'embedded';
    not_before: number;
    paused: Generated<0 | 1>;
    claim: Generated<number>;
    lease_owner: string | null;
    lease_until: number | null;
    finished_at: number | null;
    resolved_by_id: number | null;
    resolved_by_name: string | null;
    retry_of: string | null;
    followed_by: string | null;
    bulk: 0 | 1;
  };
  /**
   * A store's queue of sends. Of all processes on this database only the owner of a lease that runs sends for the
   * store, so that there is one pace. `stopped` keeps the queue until the store is connected again. `trouble` is why
   * the owner lets the store alone until `trouble_until`. `rate_*` are what
   * Salla's headers said last, as the owner knew them; `browsed_at` and `refused_at` are when another process last called
   * Salla for a person, and was last told 429. Instants are epoch ms.
   */
  store_queues: {
    store_id: number;
    owner: string | null;
    lease_until: number;
    stopped: 'reconnect' | null;
    backoff_reason: 'unavailable' | 'unclear' | null;
    backoff_until: number | null;
    rate_limit: number | null;
    rate_remaining: number | null;
    rate_reset_at: number | null;
    browsed_at: number;
    refused_at: number;
  };
  /** What was answered to a call that must not happen twice, by the key that its caller chose. */
  idempotency_keys: {
    store_id: number;
    key: string;
    request_hash: string;
    answer: string;
    used_at: number;
  };
  /**
   * A row for each creation that was asked for under an Idempotency-Key. The lease is held by the claim that is at
   * it. `known_before` holds the ids of the order's invoices as they were before the call left (JSON), null while none
   * has left; `answer` what came of it, null while nobody knows.
   */
  invoice_creations: {
    store_id: number;
    key: string;
    request_hash: string;
    known_before: string | null;
    answer: string | null;
    lease_owner: string | null;
    lease_until: number | null;
    begun_at: number;
  };
  /** When an invoice was created (epoch ms), through this app or as Salla's webhook told: lists often have the day alone. */
  created_invoices: {
    store_id: number;
    invoice_id: number;
    created_at: number;
  };
  /**
   * A receipt is kept of each event that was dealt with, by the hash of its raw body: Salla's events have no id.
   * `installations` outlives its store. `installed_at` and `uninstalled_at` are the dates that Salla put on its events,
   * epoch ms in whole seconds, or the time of a sign-in or of the arrival of an install without a date. An uninstall without a
   * date leaves none, so that it keeps no install away. `forgotten_at` is when the last uninstall was carried out, by our clock.
   */
  webhook_receipts: { body_hash: string; received_at: number; event: StoreEvent };
  installations: {
    store_id: number;
    installed_at: number | null;
    uninstalled_at: number | null;
    data_deleted_at: number | null;
  };
}
