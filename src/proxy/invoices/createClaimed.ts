import type { Logger } from 'pino';
import { SallaFailure } from '../salla/client/failure.ts';
import type { CreateOutcome, NewInvoice } from '../salla/client/types.ts';
import { isAnothers } from './belongsToOtherRequest.ts';
import { type CreateInvoiceParts, createInvoice } from './createInvoice.ts';
import { answerOf, outcomeOf } from './creationAnswer.ts';
import {
  type ClaimedCreation,
  giveBack,
  keepAnswer,
  leaveOpen,
  noteLeaving,
} from './creationClaims.ts';
import { underWay } from './creationErrors.ts';
import { learnIssuance } from './learnIssuance.ts';

interface CreateClaimedParts extends CreateInvoiceParts {
  log: Pick<Logger, 'error'>;
}

/**
 * Has the claimed invoice made, and notes what came of it. After an earlier call whose outcome nobody knows, what was
 * not decided now is unknown still. Throws as `createInvoice` does, and `conflict` where the claim was lost.
 */
export async function createClaimed(
  parts: CreateClaimedParts,
  creation: ClaimedCreation,
  invoice: NewInvoice,
): Promise<CreateOutcome> {
  const { database, now } = parts;
  const { storeId, knownBefore } = creation;
  let hasLeft = false;
  const attempt = {
    knownBefore,
    noteLeaving: async (known: readonly number[]) => {
      hasLeft = await noteLeaving(database, creation, { knownBefore: known, now: now() });
      if (!hasLeft) throw underWay();
    },
    isAnothers: (id: number) => isAnothers(database, creation, id),
  };
  let made: CreateOutcome;
  try {
    made = await createInvoice(parts, storeId, invoice, attempt);
  } catch (error) {
    await (hasLeft ? leaveOpen(database, creation) : giveBack(database, creation));
    if (knownBefore === null || !(error instanceof SallaFailure)) throw error;
    return { outcome: 'unknown', failure: error };
  }
  const noted = await note(parts, creation, made);
  await learnIssuance(parts, storeId, invoice.dataType, made);
  if (made.outcome !== 'not_decided' || knownBefore === null) return noted;
  return { outcome: 'unknown', failure: made.failure };
}

/** What counts now: what was made, or what the next owner of a claim that was lost has kept. */
async function note(
  { database, log }: CreateClaimedParts,
  creation: ClaimedCreation,
  made: CreateOutcome,
): Promise<CreateOutcome> {
  const answer = answerOf(made);
  try {
    if (answer !== null) {
      const standing = await keepAnswer(database, creation, answer);
      return standing === null ? made : outcomeOf(standing.kept);
    }
    await (made.outcome === 'unknown'
      ? leaveOpen(database, creation)
      : giveBack(database, creation));
  } catch (error) {
    // The invoice is made or not, whatever becomes of the row: a repeat looks at the order.
    log.error({ storeId: creation.storeId, err: error }, 'what came of a creation was not kept');
  }
  return made;
}
