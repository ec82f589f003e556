import { sql } from 'kysely';
import { isGone } from '../../runtime/processName.ts';
import type { Database } from '../../storage/database.ts';
import type { DeliveryRow } from '../../storage/deliveries.ts';
import { claimMs } from './claims.ts';

type Claim = Pick<DeliveryRow, 'id' | 'store_id' | 'claim' | 'lease_owner' | 'lease_until'>;

/** Who hasn't looked for longer than this, or had its clock set, hasn't seen whether a claim was renewed meanwhile. */
const lookingMs = 10_000;

interface Sighting {
  claim: Claim;
  /** When it was first seen so, by our clock. */
  since: number;
}

interface DeadClaimDeps {
  database: Database;
  owner: string;
  /** Whether the owner is at that claim, or may be without knowing its number yet. */
  isOwn: (claim: Claim) => boolean;
  /** Epoch ms. */
  now: () => number;
}

/**
 * What says `sending` under a claim that is not alive may have gone out: it is `unconfirmed`, never sent again by us.
 * Not alive are the owner's own that `isOwn` doesn't know, those of processes that are gone, and those that have been
 * seen unrenewed for as long as a claim lasts: no other machine's clock is asked. To be called every second or so;
 * answers how many there were.
 */
export function createDeadClaims(parts: DeadClaimDeps): () => Promise<number> {
  const { database, owner, isOwn, now } = parts;
  let sightings = new Map<string, Sighting>();
  let seenAt = now();

  function see(claims: readonly Claim[]): void {
    const at = now();
    const isWatching = at >= seenAt && at - seenAt <= lookingMs;
    const before = isWatching ? sightings : new Map<string, Sighting>();
    seenAt = at;
    sightings = new Map(
      claims.map((claim) => {
        const known = before.get(claim.id);
        const isSame =
          known?.claim.claim === claim.claim && known.claim.lease_until === claim.lease_until;
        return [claim.id, { claim, since: isSame ? known.since : at }];
      }),
    );
  }

  function findDead(): Claim[] {
    const gone = new Map<string, boolean>();
    const isOwnerGone = (other: string) => {
      const known = gone.get(other) ?? isGone(other);
      gone.set(other, known);
      return known;
    };
    const dead = [...sightings.values()].filter(({ claim, since }) => {
      const { lease_owner: other } = claim;
      if (other === owner) return !isOwn(claim);
      return other === null || isOwnerGone(other) || now() - since >= claimMs;
    });
    return dead.map(({ claim }) => claim);
  }

  return async () => {
    see(await findClaims(database));
    let released = 0;
    for (const claim of findDead()) {
      if (await release(database, claim, now())) released += 1;
    }
    return released;
  };
}

function findClaims(database: Database): Promise<Claim[]> {
  return (
    database
      .selectFrom('deliveries')
      .select(['id', 'store_id', 'claim', 'lease_owner', 'lease_until'])
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
    .where('claim', '=', claim.claim)
    .where('lease_until', 'is not distinct from', claim.lease_until)
    .where('state', '=', 'sending')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
