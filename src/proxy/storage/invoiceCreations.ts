import type { Database } from './database.ts';

/** How long a repeat is answered as the first call was. */
export const creationsKeptMs = 24 * 60 * 60 * 1000;

export async function deleteOldCreations(database: Database, now: number): Promise<void> {
  await database
    .deleteFrom('invoice_creations')
    .where('begun_at', '<=', now - creationsKeptMs)
    .execute();
}
