import type { Database } from '../storage/database.ts';
import { outcomeOf } from './creationAnswer.ts';

/** Whether a creation of the store under another key than this one (null for none) has this invoice as its answer. */
export async function belongsToOtherRequest(
  database: Database,
  { storeId, key }: { storeId: number; key: string | null },
  invoiceId: number,
): Promise<boolean> {
  const rows = await database
    .selectFrom('invoice_creations')
    .select(['key', 'answer'])
    .where('store_id', '=', storeId)
    .where('answer', 'is not', null)
    .execute();
  return rows.some((row) => {
    if (row.key === key || row.answer === null) return false;
    const kept = outcomeOf(JSON.parse(row.answer));
    return kept.outcome === 'created' && kept.invoice.id === invoiceId;
  });
}
