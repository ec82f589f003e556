import { isGone } from '../../runtime/processName.ts';
import type { Database } from '../../storage/database.ts';
import { type ClaimRow, claimMs, interruptClaim, listClaims } from '../../storage/deliveryQueue.ts';
import { createSightings } from './sightings.ts';

/** After a longer gap between two looks a claim may have been renewed unseen. */
const maximumGapMs = 10_000;

interface DeadClaimDeps {
  database: Database;
  owner: string;
  /** Whether this process is sending under that claim, or may be without knowing its number yet. */
  isOwn: (claim: ClaimRow) => boolean;
  /** Epoch ms. */
  now: () => number;
}

/**
 * Makes deliveries left in `sending` by a dead claim `unconfirmed`: they may have been sent, so they are never sent again
 * automatically. A claim is dead if it is this process's own and `isOwn` doesn't know it, if its process is gone, or if it was seen
 * unrenewed for as long as a claim lasts. Call it about every second; returns how many claims were dead.
 */
export function createDeadClaims(deps: DeadClaimDeps): () => Promise<number> {
  const { database, owner, isOwn, now } = deps;
  const sightings = createSightings<string, ClaimRow>({
    now,
    maximumGapMs,
    isSame: (one, other) => one.claim === other.claim && one.lease_until === other.lease_until,
  });

  function isDead(claim: ClaimRow, isGone: (process: string) => boolean): boolean {
    const { id, lease_owner: process } = claim;
    if (process === owner) return !isOwn(claim);
    if (process === null || isGone(process)) return true;
    return now() - (sightings.get(id)?.since ?? now()) >= claimMs;
  }

  return async () => {
    const claims = await listClaims(database);
    sightings.update(claims.map((claim) => [claim.id, claim]));
    const isProcessGone = onceEach(isGone);
    const dead = claims.filter((claim) => isDead(claim, isProcessGone));
    let interrupted = 0;
    for (const claim of dead) {
      if (await interruptClaim(database, claim, now())) interrupted += 1;
    }
    return interrupted;
  };
}

/** Asks once for each name. */
function onceEach(ask: (name: string) => boolean): (name: string) => boolean {
  const answers = new Map<string, boolean>();
  return (name) => {
    const answer = answers.get(name) ?? ask(name);
    answers.set(name, answer);
    return answer;
  };
}
