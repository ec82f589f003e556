import type { Database } from './database.ts';

/**
 * A row for each creation that was asked for under an Idempotency-Key. The lease is held by the claim that is at
 * it. `known_before` holds the ids of the order's invoices as they were before the call left (JSON), null while none
 * has left; `answer` what came of it, null while nobody knows.
 */
export interface InvoiceCreationTables {
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
}

/** How long a repeat is answered as the first call was. */
export const creationsKeptMs = 24 * 60 * 60 * 1000;

export async function deleteOldCreations(database: Database, now: number): Promise<void> {
  await database
    .deleteFrom('invoice_creations')
    .where('begun_at', '<=', now - creationsKeptMs)
    .execute();
}
