import type { Logger } from 'pino';
import type { DataType } from '../../contract/dataTypes.ts';
import type { IssuanceSetting } from '../../contract/store.ts';
import type { CreateOutcome } from '../salla/client/types.ts';
import type { Database } from '../storage/database.ts';
import { upsertIssuance } from '../storage/issuance.ts';

interface LearnDeps {
  database: Database;
  now: () => number;
  log: Pick<Logger, 'error'>;
}

/** Remembers what an outcome shows of how the store issues its invoices. What can't be written down is only logged. */
export async function updateIssuance(
  { database, now, log }: LearnDeps,
  storeId: number,
  dataType: DataType,
  made: CreateOutcome,
): Promise<void> {
  const shown = issuanceShownBy(dataType, made);
  if (shown === null) return;
  try {
    await upsertIssuance(database, storeId, shown, now());
  } catch (error) {
    log.error({ storeId, err: error }, 'how the store issues invoices was not kept');
  }
}

/** Null for nothing (Salla: Creating an invoice). */
function issuanceShownBy(dataType: DataType, made: CreateOutcome): IssuanceSetting | null {
  const isFromOrder = dataType === 'order';
  if (made.outcome === 'created') return isFromOrder ? 'salla' : 'custom';
  if (made.outcome !== 'refused') return null;
  const refused = Object.keys(made.failure.fields ?? {});
  if (refused.includes('invoiceProvider')) return 'default_provider';
  if (refused.includes('dataType')) return isFromOrder ? 'custom' : 'salla';
  return null;
}
