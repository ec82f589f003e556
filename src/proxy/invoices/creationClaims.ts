import { z } from 'zod';
import { isGone } from '../runtime/processName.ts';
import type { Database } from '../storage/database.ts';
import { creationsKeptMs } from '../storage/invoiceCreations.ts';

/** Longer than the reads before a call, or the call and the look after it, can take. */
const leaseMs = 3 * 60 * 1000;

/** A creation that was taken, and is this claim's as long as no other has taken it after the lease was over. */
export interface ClaimedCreation {
  storeId: number;
  key: string;
  /** The owner and something of this claim's own: one process may hold another claim to the same creation later. */
  leaseOwner: string;
  /** The ids of the order's invoices before an earlier call whose outcome nobody knows; null for none. */
  knownBefore: readonly number[] | null;
}

export type CreationClaim =
  | { outcome: 'claimed'; creation: ClaimedCreation }
  | { outcome: 'answered'; answer: unknown }
  | { outcome: 'under_way' | 'used_for_other' };

const Ids = z.array(z.int());

/**
 * Takes the creation of this key, unless it was answered, somebody is at it, or the key stands for another request.
 * `claimId` is given to this claim alone.
 */
export async function claimCreation(
  database: Database,
  wanted: { storeId: number; key: string; requestHash: string },
  { owner, claimId, now }: { owner: string; claimId: string; now: number },
): Promise<CreationClaim> {
  const { storeId, key, requestHash } = wanted;
  const row = await findCreation(database, storeId, key, now - creationsKeptMs);
  if (row !== undefined && row.request_hash !== requestHash) return { outcome: 'used_for_other' };
  if (row !== undefined && row.answer !== null) {
    return { outcome: 'answered', answer: JSON.parse(row.answer) };
  }
  if (row !== undefined && isHeld(row, owner, now)) return { outcome: 'under_way' };
  const leaseOwner = `${owner}/${claimId}`;
  const lease = { lease_owner: leaseOwner, lease_until: now + leaseMs };
  const fresh = { request_hash: requestHash, known_before: null, answer: null, begun_at: now };
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('invoice_creations')
    .values({ store_id: storeId, key, ...fresh, ...lease })
    .onConflict((conflict) => {
      const taken = conflict.columns(['store_id', 'key']);
      if (row === undefined) {
        return taken
          .doUpdateSet({ ...fresh, ...lease })
          .where('invoice_creations.begun_at', '<=', now - creationsKeptMs);
      }
      return taken
        .doUpdateSet(lease)
        .where('invoice_creations.answer', 'is', null)
        .where('invoice_creations.lease_owner', 'is not distinct from', row.lease_owner);
    })
    .executeTakeFirstOrThrow();
  // Another one was faster between the look and the writing.
  if (numInsertedOrUpdatedRows !== 1n) return { outcome: 'under_way' };
  const text = row?.known_before ?? null;
  const knownBefore = text === null ? null : Ids.parse(JSON.parse(text));
  return { outcome: 'claimed', creation: { storeId, key, leaseOwner, knownBefore } };
}

/**
 * Notes that the call is about to leave, and has the lease begin anew. False where it was over, or another claim has
 * been made meanwhile: then the call must not leave.
 */
export async function updateSentAt(
  database: Database,
  creation: ClaimedCreation,
  { knownBefore, now }: { knownBefore: readonly number[]; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await own(database, creation)
    .set({ known_before: JSON.stringify(knownBefore), lease_until: now + leaseMs })
    .where('lease_until', '>', now)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Keeps what came of it. Where the claim was lost meanwhile, what its next owner has kept counts, and is given
 * back; null where that one is still at it.
 */
export async function updateAnswer(
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
export async function updateUnconfirmed(
  database: Database,
  creation: ClaimedCreation,
): Promise<void> {
  await own(database, creation).set({ lease_owner: null, lease_until: null }).execute();
}

/** Ends the claim as if it had never been: nothing came of it. What is known of an earlier call stays known. */
export async function releaseCreation(
  database: Database,
  creation: ClaimedCreation,
): Promise<void> {
  if (creation.knownBefore !== null) return updateUnconfirmed(database, creation);
  const { storeId, key, leaseOwner } = creation;
  await database
    .deleteFrom('invoice_creations')
    .where('store_id', '=', storeId)
    .where('key', '=', key)
    .where('lease_owner', '=', leaseOwner)
    .execute();
}

function own(database: Database, { storeId, key, leaseOwner }: ClaimedCreation) {
  return database
    .updateTable('invoice_creations')
    .where('store_id', '=', storeId)
    .where('key', '=', key)
    .where('lease_owner', '=', leaseOwner);
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
  return row.lease_owner.startsWith(`${owner}/`) || !isGone(row.lease_owner);
}
