import type { Logger } from 'pino';
import { SallaFailure } from '../salla/client/failure.ts';
import type { CreateOutcome, NewInvoice } from '../salla/client/types.ts';
import { belongsToOtherRequest } from './belongsToOtherRequest.ts';
import { type CreateInvoiceDeps, createInvoice } from './createInvoice.ts';
import { answerOf, outcomeOf } from './creationAnswer.ts';
import {
  type ClaimedCreation,
  releaseCreation,
  updateAnswer,
  updateSentAt,
  updateUnconfirmed,
} from './creationClaims.ts';
import { stillCreating } from './creationErrors.ts';
import { updateIssuance } from './learnIssuance.ts';

interface CreateClaimedDeps extends CreateInvoiceDeps {
  log: Pick<Logger, 'error'>;
}

/**
 * Has the claimed invoice made, and notes what came of it. After an earlier call whose outcome nobody knows, what was
 * not decided now is unknown still. Throws as `createInvoice` does, and `conflict` where the claim was lost.
 */
export async function createClaimed(
  parts: CreateClaimedDeps,
  creation: ClaimedCreation,
  invoice: NewInvoice,
): Promise<CreateOutcome> {
  const { database, now } = parts;
  const { storeId, knownBefore } = creation;
  let hasLeft = false;
  const attempt = {
    knownBefore,
    noteLeaving: async (known: readonly number[]) => {
      hasLeft = await updateSentAt(database, creation, { knownBefore: known, now: now() });
      if (!hasLeft) throw stillCreating();
    },
    isAnothers: (id: number) => belongsToOtherRequest(database, creation, id),
  };
  let made: CreateOutcome;
  try {
    made = await createInvoice(parts, storeId, invoice, attempt);
  } catch (error) {
    await (hasLeft ? updateUnconfirmed(database, creation) : releaseCreation(database, creation));
    if (knownBefore === null || !(error instanceof SallaFailure)) throw error;
    return { outcome: 'unknown', failure: error };
  }
  const noted = await note(parts, creation, made);
  await updateIssuance(parts, storeId, invoice.dataType, made);
  if (made.outcome !== 'not_decided' || knownBefore === null) return noted;
  return { outcome: 'unknown', failure: made.failure };
}

/** What counts now: what was made, or what the next owner of a claim that was lost has kept. */
async function note(
  { database, log }: CreateClaimedDeps,
  creation: ClaimedCreation,
  made: CreateOutcome,
): Promise<CreateOutcome> {
  const answer = answerOf(made);
  try {
    if (answer !== null) {
      const standing = await updateAnswer(database, creation, answer);
      return standing === null ? made : outcomeOf(standing.kept);
    }
    await (made.outcome === 'unknown'
      ? updateUnconfirmed(database, creation)
      : releaseCreation(database, creation));
  } catch (error) {
    // The invoice is made or not, whatever becomes of the row: a repeat looks at the order.
    log.error({ storeId: creation.storeId, err: error }, 'what came of a creation was not kept');
  }
  return made;
}
