import type { Logger } from 'pino';
import { deleteOldCreatedInvoices } from '../storage/createdInvoices.ts';
import type { Database } from '../storage/database.ts';
import { deleteOldDeliveries } from '../storage/deleteOldDeliveries.ts';
import { deleteUninstalledStores } from '../storage/deleteStoreData.ts';
import { deleteOldIdempotencyKeys } from '../storage/idempotencyKeys.ts';
import { deleteOldCreations } from '../storage/invoiceCreations.ts';
import { deleteEndedSessions } from '../storage/sessions.ts';
import { deleteOldReceipts } from '../storage/webhooks.ts';

const everyMs = 60 * 60 * 1000;

/** Removes now and every hour what has had its time. Answers how to stop. */
export function startCleanup(
  database: Database,
  now: () => number,
  log: Pick<Logger, 'warn'>,
): () => void {
  const clean = () => {
    deleteOld(database, now()).catch((error: unknown) => {
      log.warn({ err: error }, 'what is too old could not be removed');
    });
  };
  clean();
  const timer = setInterval(clean, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Removes what had its time by `now` (epoch ms). */
export async function deleteOld(database: Database, now: number): Promise<void> {
  await deleteEndedSessions(database, now);
  await deleteOldIdempotencyKeys(database, now);
  await deleteOldCreations(database, now);
  await deleteOldReceipts(database, now);
  await deleteOldDeliveries(database, now);
  await deleteOldCreatedInvoices(database, now);
  await deleteUninstalledStores(database, now);
}
