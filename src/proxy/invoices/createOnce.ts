import type { Logger } from 'pino';
import { ProblemError } from '../problems/ProblemError.ts';
import type { CreateOutcome, SallaInvoiceRow } from '../salla/client.ts';
import type { Wait } from '../salla/wait.ts';
import { orUnknownOrder } from './checkOrder.ts';
import { type CreateInvoiceParts, createInvoice } from './createInvoice.ts';
import { answerOf, outcomeOf } from './creationAnswer.ts';
import {
  type ClaimedCreation,
  claimCreation,
  giveBack,
  keepAnswer,
  leaveOpen,
  noteLeaving,
} from './creationClaims.ts';
import type { Wanted } from './readNewInvoice.ts';

export interface CreateOnceParts extends CreateInvoiceParts {
  owner: string;
  wait: Wait;
  log: Pick<Logger, 'warn'>;
}

/** How long, and how often, a repeat looks whether the call that it repeats has its answer. */
const patienceMs = 35_000;
const pollMs = 100;

/**
 * The invoice, made once per key: a repeat of the same request gets the first one's result, one that comes meanwhile
 * waits for it. Without a key (null) every request is one of its own. Throws ProblemError and SallaFailure.
 */
export async function createOnce(
  parts: CreateOnceParts,
  storeId: number,
  key: string | null,
  wanted: Wanted,
): Promise<SallaInvoiceRow> {
  const made =
    key === null
      ? await createInvoice(parts, storeId, wanted.invoice, unheard)
      : await createUnder(parts, storeId, key, wanted);
  switch (made.outcome) {
    case 'created':
      return made.invoice;
    case 'unknown':
      parts.log.warn({ storeId, orderId: wanted.invoice.orderId }, 'an invoice may have been made');
      throw new ProblemError(made.failure.code, { detail: 'maybe_created' });
    default:
      throw orUnknownOrder(made.failure);
  }
}

const unheard = { knownBefore: null, noteLeaving: async () => {} };

async function createUnder(
  parts: CreateOnceParts,
  storeId: number,
  key: string,
  wanted: Wanted,
): Promise<CreateOutcome> {
  const { database, owner, now, wait } = parts;
  const { requestHash } = wanted;
  const giveUpAt = now() + patienceMs;
  for (;;) {
    const asked = { storeId, key, requestHash };
    const claim = await claimCreation(database, asked, { owner, now: now() });
    switch (claim.outcome) {
      case 'claimed':
        return createClaimed(parts, claim.creation, wanted);
      case 'answered':
        return outcomeOf(claim.answer);
      case 'used_for_other':
        throw new ProblemError('conflict', { detail: 'key_used_for_other' });
      case 'under_way':
        if (now() >= giveUpAt) throw underWay();
        await wait(pollMs);
    }
  }
}

async function createClaimed(
  parts: CreateOnceParts,
  creation: ClaimedCreation,
  { invoice }: Wanted,
): Promise<CreateOutcome> {
  const { database } = parts;
  let hasLeft = false;
  const attempt = {
    knownBefore: creation.knownBefore,
    noteLeaving: async (knownBefore: readonly number[]) => {
      if (!(await noteLeaving(database, creation, knownBefore))) throw underWay();
      hasLeft = true;
    },
  };
  try {
    const made = await createInvoice(parts, creation.storeId, invoice, attempt);
    const answer = answerOf(made);
    if (answer !== null) {
      const standing = await keepAnswer(database, creation, answer);
      return standing === null ? made : outcomeOf(standing.kept);
    }
    if (made.outcome === 'unknown') await leaveOpen(database, creation);
    else await giveBack(database, creation);
    return made;
  } catch (error) {
    await (hasLeft ? leaveOpen(database, creation) : giveBack(database, creation));
    throw error;
  }
}

function underWay(): ProblemError {
  return new ProblemError('salla_timeout', { detail: 'creation_under_way' });
}
