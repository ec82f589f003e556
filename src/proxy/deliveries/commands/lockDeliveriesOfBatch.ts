import type { DeliveryState } from '../../../contract/deliveryStates.ts';
import type { Database } from '../../storage/database.ts';
import type { DeliveryRow } from '../../storage/deliveries.ts';

/** SQLite takes a limited number of values in one statement. */
const idsPerStatement = 500;

export interface Sought {
  states: readonly DeliveryState[];
  /** At most a batch of them; all of the batch where none are given. */
  ids?: readonly string[] | undefined;
}

/**
 * Those of a batch that are in one of these states, in the order in which they were asked for. Until the transaction
 * ends nobody decides about them, and no late answer comes in. After `holdStore`, so that no two wait for each other.
 */
export async function lockDeliveriesOfBatch(
  transaction: Database,
  batchId: string,
  { states, ids }: Sought,
): Promise<DeliveryRow[]> {
  const rows: DeliveryRow[] = [];
  for (const some of ids === undefined ? [undefined] : inChunks(ids)) {
    const held = transaction
      .updateTable('deliveries')
      .set(({ ref }) => ({ attempts: ref('attempts') }))
      .where('batch_id', '=', batchId)
      .where('state', 'in', states)
      .$if(some !== undefined, (query) => query.where('id', 'in', some ?? []))
      .returningAll();
    rows.push(...(await held.execute()));
  }
  return rows.sort((one, other) => one.position - other.position);
}

/** Each once, so many together as one statement takes. */
export function inChunks(ids: readonly string[]): string[][] {
  const each = [...new Set(ids)];
  return Array.from({ length: Math.ceil(each.length / idsPerStatement) }, (_, part) =>
    each.slice(part * idsPerStatement, (part + 1) * idsPerStatement),
  );
}
