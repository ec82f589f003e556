import type { Migration } from 'kysely';
import { stores } from './001-stores.ts';
import { knownOrders } from './002-known-orders.ts';
import { sessions } from './003-sessions.ts';
import { deliveries } from './004-deliveries.ts';
import { webhooks } from './005-webhooks.ts';
import { uninstalls } from './006-uninstalls.ts';
import { issuance } from './007-issuance.ts';
import { invoiceCreations } from './008-invoice-creations.ts';
import { batches } from './009-batches.ts';
import { webhookReceipts } from './010-webhook-receipts.ts';
import { customerSeenAt } from './011-customer-seen-at.ts';
import { detailsAskedAt } from './012-details-asked-at.ts';
import { createdInvoices } from './013-created-invoices.ts';
import { plainNames } from './014-plain-names.ts';

/** Every migration, run in the order of the names. One that was released is never changed, only followed. */
export const migrations: Record<string, Migration> = {
  '001-stores': stores,
  '002-known-orders': knownOrders,
  '003-sessions': sessions,
  '004-deliveries': deliveries,
  '005-webhooks': webhooks,
  '006-uninstalls': uninstalls,
  '007-issuance': issuance,
  '008-invoice-creations': invoiceCreations,
  '009-batches': batches,
  '010-webhook-receipts': webhookReceipts,
  '011-customer-seen-at': customerSeenAt,
  '012-details-asked-at': detailsAskedAt,
  '013-created-invoices': createdInvoices,
  '014-plain-names': plainNames,
};
