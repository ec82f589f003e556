import type { CreatableType } from '../../contract/createInvoice.ts';
import type { CreateOutcome, NewInvoice, SallaClient, SallaInvoiceRow } from '../salla/client.ts';
import { SallaFailure } from '../salla/failure.ts';
import type { Database } from '../storage/database.ts';
import { rememberIssuance } from '../storage/issuance.ts';
import { rememberOrders } from '../storage/knownOrders.ts';
import { checkAgainstOrder, readInvoicesOf, readOrderFacts } from './checkOrder.ts';
import { issuanceShownBy } from './issuanceShownBy.ts';

export interface CreateInvoiceParts {
  salla: SallaClient;
  database: Database;
  now: () => number;
}

/** What is known of calls for the same invoice before this one, and who hears that this one leaves. */
export interface Attempt {
  /** The ids of the order's invoices of that type before a call whose outcome nobody knows; null where none left. */
  knownBefore: readonly number[] | null;
  /** Heard before the call leaves; where it throws, none does. */
  noteLeaving(knownBefore: readonly number[]): Promise<void>;
}

/** How long the order's invoices are waited for, where a call has taken its time already. */
const lookMs = 10_000;

/**
 * Has Salla make the invoice, once the order allows it. Where nobody knows what came of a call, the order's invoices
 * tell: one of that type that wasn't there before is the one. Throws ProblemError for what the order rules out, and
 * SallaFailure where that can't be read; after the call has left it throws neither.
 */
export async function createInvoice(
  { salla, database, now }: CreateInvoiceParts,
  storeId: number,
  invoice: NewInvoice,
  attempt: Attempt,
): Promise<CreateOutcome> {
  const { orderId, type } = invoice;
  const facts = await readOrderFacts(salla, storeId, orderId);
  await rememberOrders(database, storeId, [facts.order], now());
  const madeBefore = attempt.knownBefore && findMade(facts.invoices, type, attempt.knownBefore);
  if (madeBefore) return { outcome: 'created', invoice: madeBefore };

  checkAgainstOrder(invoice, facts);
  const knownBefore = attempt.knownBefore ?? idsOfType(facts.invoices, type);
  await attempt.noteLeaving(knownBefore);
  const outcome = await salla.createInvoice(storeId, invoice);
  const shown = issuanceShownBy(invoice.dataType, outcome);
  if (shown !== null) await rememberIssuance(database, storeId, shown, now());

  // A refusal after a call that was lost may be about the very invoice that it made.
  const wasLostBefore = outcome.outcome === 'refused' && attempt.knownBefore !== null;
  if (outcome.outcome !== 'unknown' && !wasLostBefore) return outcome;
  const invoices = await lookAgain(salla, storeId, orderId);
  const made = findMade(invoices, type, knownBefore);
  return made === undefined ? outcome : { outcome: 'created', invoice: made };
}

function idsOfType(invoices: readonly SallaInvoiceRow[], type: CreatableType): number[] {
  return invoices.filter((one) => one.type === type).map(({ id }) => id);
}

function findMade(
  invoices: readonly SallaInvoiceRow[],
  type: CreatableType,
  knownBefore: readonly number[],
): SallaInvoiceRow | undefined {
  return invoices.find((one) => one.type === type && !knownBefore.includes(one.id));
}

/** The order's invoices, none where Salla can't tell now. */
async function lookAgain(
  salla: SallaClient,
  storeId: number,
  orderId: number,
): Promise<readonly SallaInvoiceRow[]> {
  try {
    return await readInvoicesOf(salla, storeId, orderId, AbortSignal.timeout(lookMs));
  } catch (error) {
    if (error instanceof SallaFailure) return [];
    throw error;
  }
}
