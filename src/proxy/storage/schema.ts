import type { BatchTables } from './batches.ts';
import type { CreatedInvoiceTables } from './createdInvoices.ts';
import type { DeliveryTables } from './deliveries.ts';
import type { IdempotencyTables } from './idempotencyKeys.ts';
import type { InvoiceCreationTables } from './invoiceCreations.ts';
import type { KnownOrderTables } from './knownOrders.ts';
import type { SessionTables } from './sessions.ts';
import type { StaffTables } from './staff.ts';
import type { StoreQueueTables } from './storeQueues.ts';
import type { StoreTables } from './stores.ts';
import type { StoreTokenTables } from './storeTokens.ts';
import type { WebhookTables } from './webhooks.ts';

/** Every table, as the migrations make them. Instants are epoch ms, flags 0 or 1, so one SQL serves SQLite and Postgres. */
export interface Schema
  extends StoreTables,
    StoreTokenTables,
    KnownOrderTables,
    StaffTables,
    SessionTables,
    DeliveryTables,
    BatchTables,
    StoreQueueTables,
    IdempotencyTables,
    InvoiceCreationTables,
    CreatedInvoiceTables,
    WebhookTables {}
