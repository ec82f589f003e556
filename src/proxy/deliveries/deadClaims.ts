import { sql } from 'kysely';
import { isGone } from '../owner.ts';
import type { Database } from '../storage/database.ts';
import type { DeliveryRow } from '../storage/deliveries.ts';

type Claim = Pick<DeliveryRow, 'id' | 'lease_owner' | 'lease_until' | 'attempts'>;

/**
 * What says `sending` under a claim that is not alive may have gone out: it is `unconfirmed`, never sent again
 * by us. Not alive are other owners' claims whose lease ended or who are gone, and the owner's own that `isOwn` doesn't
 * know. Answers how many there were.
 */
export async function releaseDead(
  database: Database,
  { owner, isOwn, now }: { owner: string; isOwn: (id: string) => boolean; now: () => number },
): Promise<number> {
  const claims = await findClaims(database);
  const gone = new Map<string | null, boolean>();
  const isDead = ({ id, lease_owner: other, lease_until: until }: Claim): boolean => {
    if (other === owner) return !isOwn(id);
    if (other === null || (until !== null && until <= now())) return true;
    const known = gone.get(other) ?? isGone(other);
    gone.set(other, known);
    return known;
  };
  let released = 0;
  for (const claim of claims.filter(isDead)) {
    if (await release(database, claim, now())) released += 1;
  }
  return released;
}

function findClaims(database: Database): Promise<Claim[]> {
  return (
    database
      .selectFrom('deliveries')
      .select(['id', 'lease_owner', 'lease_until', 'attempts'])
      // Named in so many words for the partial index.
      .where('state', '=', sql.lit('sending'))
      .execute()
  );
}

/** Only the claim that was seen: it may have ended since, and another may have begun. */
async function release(database: Database, claim: Claim, now: number): Promise<boolean> {
  const row = await database
    .updateTable('deliveries')
    .set({ state: 'unconfirmed', reason: 'interrupted', finished_at: now })
    .where('id', '=', claim.id)
    .where('state', '=', 'sending')
    .where('lease_owner', claim.lease_owner === null ? 'is' : '=', claim.lease_owner)
    .where('attempts', '=', claim.attempts)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
