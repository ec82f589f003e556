import { z } from 'zod';
import type { Database } from './database.ts';

/** How long a repeat is answered as the first call was. */
const idempotencyMs = 24 * 60 * 60 * 1000;

const Answer = z.unknown();

/** The first call's request and answer; null where the key is new, or older than a day. */
export async function findIdempotencyKey(
  database: Database,
  storeId: number,
  key: string,
  now: number,
): Promise<{ requestHash: string; answer: unknown } | null> {
  const row = await database
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'answer'])
    .where('store_id', '=', storeId)
    .where('key', '=', key)
    .where('used_at', '>', now - idempotencyMs)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { requestHash: row.request_hash, answer: Answer.parse(JSON.parse(row.answer)) };
}

export async function insertIdempotencyKey(
  database: Database,
  kept: { storeId: number; key: string; requestHash: string; answer: unknown; now: number },
): Promise<void> {
  const row = {
    request_hash: kept.requestHash,
    answer: JSON.stringify(kept.answer),
    used_at: kept.now,
  };
  await database
    .insertInto('idempotency_keys')
    .values({ store_id: kept.storeId, key: kept.key, ...row })
    .onConflict((conflict) => conflict.columns(['store_id', 'key']).doUpdateSet(row))
    .execute();
}

export async function deleteOldIdempotencyKeys(database: Database, now: number): Promise<void> {
  await database
    .deleteFrom('idempotency_keys')
    .where('used_at', '<=', now - idempotencyMs)
    .execute();
}
