import type { Logger } from 'pino';
import { ProblemError } from '../http/ProblemError.ts';
import type { Wait } from '../runtime/wait.ts';
import type { CreateOutcome, SallaInvoiceRow } from '../salla/client/types.ts';
import { insertCreatedInvoice } from '../storage/createdInvoices.ts';
import { belongsToOtherRequest } from './belongsToOtherRequest.ts';
import { createClaimed } from './createClaimed.ts';
import { type CreateInvoiceDeps, createInvoice } from './createInvoice.ts';
import { outcomeOf } from './creationAnswer.ts';
import { claimCreation } from './creationClaims.ts';
import { creationUnconfirmed, stillCreating } from './creationErrors.ts';
import { updateIssuance } from './learnIssuance.ts';
import type { RequestedInvoice } from './readNewInvoice.ts';

export interface CreateOnceDeps extends CreateInvoiceDeps {
  owner: string;
  randomId: () => string;
  wait: Wait;
  log: Pick<Logger, 'warn' | 'error'>;
}

/** How long, and how often, a repeat looks whether the call that it repeats has its answer. */
const patienceMs = 35_000;
const pollMs = 100;

/**
 * The invoice, made once per key: a repeat of the same request gets the first one's result, one that comes meanwhile
 * waits for it. Without a key (null) every request is one of its own. Throws ProblemError and SallaFailure.
 */
export async function createOnce(
  parts: CreateOnceDeps,
  storeId: number,
  key: string | null,
  wanted: RequestedInvoice,
): Promise<SallaInvoiceRow> {
  const made =
    key === null
      ? await createAlone(parts, storeId, wanted)
      : await createUnder(parts, storeId, key, wanted);
  switch (made.outcome) {
    case 'created':
      await noteCreated(parts, storeId, made.invoice.id);
      return made.invoice;
    case 'unknown':
      parts.log.warn({ storeId, orderId: wanted.invoice.orderId }, 'an invoice may have been made');
      throw creationUnconfirmed(made.failure, key);
    default:
      throw made.failure;
  }
}

/** What was sent before it did not have it. The invoice is made, whatever becomes of the row. */
async function noteCreated(
  { database, now, log }: CreateOnceDeps,
  storeId: number,
  invoiceId: number,
): Promise<void> {
  try {
    await insertCreatedInvoice(database, storeId, invoiceId, now());
  } catch (error) {
    log.error({ storeId, invoiceId, err: error }, 'when an invoice was created was not kept');
  }
}

async function createAlone(
  parts: CreateOnceDeps,
  storeId: number,
  { invoice }: RequestedInvoice,
): Promise<CreateOutcome> {
  const made = await createInvoice(parts, storeId, invoice, {
    knownBefore: null,
    noteLeaving: async () => {},
    isAnothers: (id) => belongsToOtherRequest(parts.database, { storeId, key: null }, id),
  });
  await updateIssuance(parts, storeId, invoice.dataType, made);
  return made;
}

async function createUnder(
  parts: CreateOnceDeps,
  storeId: number,
  key: string,
  wanted: RequestedInvoice,
): Promise<CreateOutcome> {
  const { database, owner, randomId, now, wait } = parts;
  const asked = { storeId, key, requestHash: wanted.requestHash };
  const giveUpAt = now() + patienceMs;
  for (;;) {
    const by = { owner, claimId: randomId(), now: now() };
    const claim = await claimCreation(database, asked, by);
    switch (claim.outcome) {
      case 'claimed':
        return createClaimed(parts, claim.creation, wanted.invoice);
      case 'answered':
        return outcomeOf(claim.answer);
      case 'used_for_other':
        throw new ProblemError('conflict', { detail: 'key_used_for_other' });
      case 'under_way':
        if (now() >= giveUpAt) throw stillCreating();
        await wait(pollMs);
    }
  }
}
