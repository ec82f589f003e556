import type { FieldText } from '../http/fieldErrors.ts';
import { ProblemError } from '../http/ProblemError.ts';
import { SallaFailure } from '../salla/client/failure.ts';
import type {
  CreateOutcome,
  NewInvoice,
  SallaClient,
  SallaInvoiceRow,
} from '../salla/client/types.ts';
import type { Database } from '../storage/database.ts';
import { upsertOrders } from '../storage/knownOrders.ts';
import {
  checkAgainstOrder,
  fetchInvoicesOf,
  fetchOrderFacts,
  type OrderFacts,
} from './checkOrder.ts';
import { findCreatedInvoice } from './reconcile.ts';

export interface CreateInvoiceDeps {
  salla: SallaClient;
  database: Database;
  now: () => number;
}

/** What is known of calls for the same invoice before this one, and who hears that this one leaves. */
export interface Attempt {
  /** The ids of the order's invoices before a call whose outcome nobody knows; null where none left. */
  knownBefore: readonly number[] | null;
  /** Heard before the call leaves; where it throws, none does. */
  noteLeaving(knownBefore: readonly number[]): Promise<void>;
  /** Whether another creation of the store has this invoice as its answer. */
  isAnothers(invoiceId: number): Promise<boolean>;
}

/** How long the order's invoices are waited for, where a call has taken its time already. */
const lookMs = 10_000;

/** What Salla names where there is such an invoice already (Salla: Creating an invoice). */
const saysThereIsOne = ['type', 'order', 'invoiceNumber'];

/**
 * Has Salla make the invoice, once the order allows it. Where nobody knows what came of a call, the order's invoices
 * tell. Throws ProblemError for what the order rules out, before the call or as it is found after one that was lost,
 * and SallaFailure where the order can't be read, before the call alone.
 */
export async function createInvoice(
  { salla, database, now }: CreateInvoiceDeps,
  storeId: number,
  invoice: NewInvoice,
  attempt: Attempt,
): Promise<CreateOutcome> {
  const { isAnothers } = attempt;
  const facts = await fetchOrderFacts(salla, storeId, invoice.orderId);
  await upsertOrders(database, storeId, [facts.order], { at: now(), from: 'details' });
  const knownBefore = attempt.knownBefore ?? facts.invoices.map(({ id }) => id);
  const lost = { invoice, knownBefore, isAnothers };
  const madeBefore = await findCreatedInvoice(facts.invoices, lost);
  if (madeBefore !== null) return { outcome: 'created', invoice: madeBefore };

  checkAgainstOrder(invoice, facts);
  await attempt.noteLeaving(knownBefore);
  const outcome = await salla.createInvoice(storeId, invoice);

  const namesNoField = outcome.outcome === 'refused' && outcome.failure.fields === null;
  // A refusal after a call that was lost may be about the very invoice that it made.
  const wasLostBefore = outcome.outcome === 'refused' && attempt.knownBefore !== null;
  if (outcome.outcome !== 'unknown' && !wasLostBefore && !namesNoField) return outcome;
  const invoices = await lookAgain(salla, storeId, invoice.orderId);
  const made = invoices && (await findCreatedInvoice(invoices, lost));
  if (made !== null) return { outcome: 'created', invoice: made };
  if (namesNoField && invoices !== null) return explained(outcome.failure, invoice, invoices);
  const isDecided = invoices !== null && isExplained(outcome, invoice, facts);
  return isDecided ? outcome : { ...outcome, outcome: 'unknown' };
}

/**
 * What a refusal that names no field comes to, where the order's invoices show that nothing was made. Throws
 * `invalid_fields` where the order has such an invoice: that is what Salla refuses.
 */
function explained(
  failure: SallaFailure,
  { type }: NewInvoice,
  invoices: readonly SallaInvoiceRow[],
): CreateOutcome {
  if (!invoices.some((one) => one.type === type)) return { outcome: 'not_decided', failure };
  const said: FieldText[] =
    failure.sallaMessage === null ? [] : [{ key: 'salla_said', value: failure.sallaMessage }];
  throw new ProblemError('invalid_fields', { fields: { type: [{ key: `has_${type}` }, ...said] } });
}

/** Whether what Salla says of an invoice that is there already has one that was there before the lost call, too. */
function isExplained(
  { failure }: Exclude<CreateOutcome, { outcome: 'created' }>,
  { type }: NewInvoice,
  { invoices }: OrderFacts,
): boolean {
  const names = Object.keys(failure.fields ?? {});
  return (
    !names.some((name) => saysThereIsOne.includes(name)) ||
    invoices.some((one) => one.type === type)
  );
}

/** The order's invoices; null where Salla can't tell now. */
async function lookAgain(
  salla: SallaClient,
  storeId: number,
  orderId: number,
): Promise<readonly SallaInvoiceRow[] | null> {
  try {
    const how = { signal: AbortSignal.timeout(lookMs) };
    return await fetchInvoicesOf(salla, storeId, orderId, how);
  } catch (error) {
    if (error instanceof SallaFailure) return null;
    throw error;
  }
}
