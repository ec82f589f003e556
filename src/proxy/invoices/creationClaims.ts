import { z } from 'zod';
import { isGone } from '../owner.ts';
import type { Database } from '../storage/database.ts';
import { creationsKeptMs } from '../storage/invoiceCreations.ts';

/** Longer than the reads, a refresh and the call itself can take, so that no living process loses its claim. */
const leaseMs = 3 * 60 * 1000;

/** A creation that this process is at. */
export interface ClaimedCreation {
  storeId: number;
  key: string;
  owner: string;
  /** The ids of the order's invoices of that type before an earlier call whose outcome nobody knows; null for none. */
  knownBefore: readonly number[] | null;
}

export type CreationClaim =
  | { outcome: 'claimed'; creation: ClaimedCreation }
  | { outcome: 'answered'; answer: unknown }
  | { outcome: 'under_way' | 'used_for_other' };

const Ids = z.array(z.int());

/** Takes the creation of this key, unless it was answered, somebody is at it, or the key stands for another request. */
export async function claimCreation(
  database: Database,
  wanted: { storeId: number; key: string; requestHash: string },
  { owner, now }: { owner: string; now: number },
): Promise<CreationClaim> {
  const { storeId, key, requestHash } = wanted;
  return database.transaction().execute(async (transaction) => {
    const row = await findCreation(transaction, storeId, key, now - creationsKeptMs);
    if (row !== undefined && row.request_hash !== requestHash) return { outcome: 'used_for_other' };
    if (row !== undefined && row.answer !== null) {
      return { outcome: 'answered', answer: JSON.parse(row.answer) };
    }
    if (row !== undefined && isHeld(row, owner, now)) return { outcome: 'under_way' };
    const lease = { lease_owner: owner, lease_until: now + leaseMs };
    const fresh = { request_hash: requestHash, known_before: null, answer: null, begun_at: now };
    await transaction
      .insertInto('invoice_creations')
      .values({ store_id: storeId, key, ...fresh, ...lease })
      .onConflict((conflict) =>
        conflict
          .columns(['store_id', 'key'])
          .doUpdateSet(row === undefined ? { ...fresh, ...lease } : lease),
      )
      .execute();
    const text = row?.known_before ?? null;
    const knownBefore = text === null ? null : Ids.parse(JSON.parse(text));
    return { outcome: 'claimed', creation: { storeId, key, owner, knownBefore } };
  });
}

/** Notes that the call is about to leave. False where the claim was lost meanwhile: then it must not. */
export async function noteLeaving(
  database: Database,
  creation: ClaimedCreation,
  knownBefore: readonly number[],
): Promise<boolean> {
  const { numUpdatedRows } = await own(database, creation)
    .set({ known_before: JSON.stringify(knownBefore) })
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Keeps what came of it. Where the claim was lost meanwhile, what its next owner has kept counts, and is given
 * back; null where that one is still at it.
 */
export async function keepAnswer(
  database: Database,
  creation: ClaimedCreation,
  answer: unknown,
): Promise<{ kept: unknown } | null> {
  const { numUpdatedRows } = await own(database, creation)
    .set({ answer: JSON.stringify(answer), lease_owner: null, lease_until: null })
    .executeTakeFirst();
  if (numUpdatedRows === 1n) return { kept: answer };
  const row = await findCreation(database, creation.storeId, creation.key, 0);
  return row === undefined || row.answer === null ? null : { kept: JSON.parse(row.answer) };
}

/** Ends the claim; nobody knows what came of the call. */
export async function leaveOpen(database: Database, creation: ClaimedCreation): Promise<void> {
  await own(database, creation).set({ lease_owner: null, lease_until: null }).execute();
}

/** Ends the claim as if it had never been: nothing came of it. */
export async function giveBack(database: Database, creation: ClaimedCreation): Promise<void> {
  const { storeId, key, owner, knownBefore } = creation;
  if (knownBefore !== null) {
    const before = { known_before: JSON.stringify(knownBefore) };
    await own(database, creation)
      .set({ ...before, lease_owner: null, lease_until: null })
      .execute();
    return;
  }
  await database
    .deleteFrom('invoice_creations')
    .where('store_id', '=', storeId)
    .where('key', '=', key)
    .where('lease_owner', '=', owner)
    .execute();
}

function own(database: Database, { storeId, key, owner }: ClaimedCreation) {
  return database
    .updateTable('invoice_creations')
    .where('store_id', '=', storeId)
    .where('key', '=', key)
    .where('lease_owner', '=', owner);
}

function findCreation(database: Database, storeId: number, key: string, begunAfter: number) {
  return database
    .selectFrom('invoice_creations')
    .select(['request_hash', 'known_before', 'answer', 'lease_owner', 'lease_until'])
    .where('store_id', '=', storeId)
    .where('key', '=', key)
    .where('begun_at', '>', begunAfter)
    .executeTakeFirst();
}

function isHeld(
  row: { lease_owner: string | null; lease_until: number | null },
  owner: string,
  now: number,
): boolean {
  if (row.lease_owner === null || row.lease_until === null || row.lease_until <= now) return false;
  return row.lease_owner === owner || !isGone(row.lease_owner);
}
