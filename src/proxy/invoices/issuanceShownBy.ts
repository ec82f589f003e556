import type { DataType } from '../../contract/createInvoice.ts';
import type { IssuanceSetting } from '../../contract/store.ts';
import type { CreateOutcome } from '../salla/client.ts';

/** What an answer of Salla's shows of how the store issues its invoices; null for nothing (Salla: Creating an invoice). */
export function issuanceShownBy(dataType: DataType, made: CreateOutcome): IssuanceSetting | null {
  const isFromOrder = dataType === 'order';
  if (made.outcome === 'created') return isFromOrder ? 'salla' : 'custom';
  if (made.outcome !== 'refused') return null;
  const refused = Object.keys(made.failure.fields ?? {});
  if (refused.includes('invoiceProvider')) return 'default_provider';
  if (refused.includes('dataType')) return isFromOrder ? 'custom' : 'salla';
  return null;
}
