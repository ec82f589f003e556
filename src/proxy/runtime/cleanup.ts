import type { Logger } from 'pino';
import { removeOldCreatedInvoices } from '../storage/createdInvoices.ts';
import type { Database } from '../storage/database.ts';
import { removeOldDeliveries } from '../storage/deleteOldDeliveries.ts';
import { forgetUninstalled } from '../storage/forgetStore.ts';
import { removeOldIdempotencyKeys } from '../storage/idempotencyKeys.ts';
import { removeOldCreations } from '../storage/invoiceCreations.ts';
import { removeEndedSessions } from '../storage/sessions.ts';
import { removeOldReceipts } from '../storage/webhooks.ts';

const everyMs = 60 * 60 * 1000;

/** Removes now and every hour what has had its time. Answers how to stop. */
export function keepHouse(
  database: Database,
  now: () => number,
  log: Pick<Logger, 'warn'>,
): () => void {
  const clean = () => {
    removeOld(database, now()).catch((error: unknown) => {
      log.warn({ err: error }, 'what is too old could not be removed');
    });
  };
  clean();
  const timer = setInterval(clean, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Removes what had its time by `now` (epoch ms). */
export async function removeOld(database: Database, now: number): Promise<void> {
  await removeEndedSessions(database, now);
  await removeOldIdempotencyKeys(database, now);
  await removeOldCreations(database, now);
  await removeOldReceipts(database, now);
  await removeOldDeliveries(database, now);
  await removeOldCreatedInvoices(database, now);
  await forgetUninstalled(database, now);
}
