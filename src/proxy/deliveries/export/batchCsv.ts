import type { StaffMember } from '../../../contract/common.ts';
import type { Delivery } from '../../../contract/delivery.ts';
import type { Language } from '../../../contract/languages.ts';
import { words } from '../../i18n/words.ts';
import type { BatchRow } from '../../storage/batches.ts';
import {
  type BatchRecord,
  listBatchRecords,
  listSkippedRecords,
  type SkippedRecord,
} from '../../storage/batchRecords.ts';
import type { Database } from '../../storage/database.ts';
import { toDeliveries } from '../../storage/deliveries.ts';
import { toCsv } from './csv.ts';
import { storeTime } from './storeTime.ts';

/** A batch's outcomes as CSV: one row a delivery, then one a skipped order, in one language. */
export async function batchCsv(
  database: Database,
  batch: BatchRow,
  language: Language,
): Promise<string> {
  const records = await listBatchRecords(database, batch.id);
  const deliveries = await toDeliveries(database, batch.store_id, records);
  const skipped = await listSkippedRecords(database, batch.id);
  return toCsv([
    words[language].batchCsv.columns,
    ...records.flatMap((record, place) => {
      const delivery = deliveries[place];
      return delivery === undefined ? [] : [deliveryCells(record, delivery, language)];
    }),
    ...skipped.map((record) => skippedCells(record, batch, language)),
  ]);
}

/** The file's name, by when the batch was asked for, in store time: `resends-2026-11-22-1326.csv`. */
export function csvName({ requested_at: at }: BatchRow): string {
  const [day, time = ''] = storeTime(at).split(' ');
  return `resends-${day}-${time.slice(0, 5).replace(':', '')}.csv`;
}

function deliveryCells(record: BatchRecord, delivery: Delivery, language: Language): string[] {
  return [
    cell(record.number),
    cell(delivery.orderId),
    cell(record.customer_name),
    cell(delivery.invoiceId),
    words[language].batchCsv.states[delivery.state],
    reasonOf(delivery, language),
    cell(delivery.message),
    cell(delivery.attempts),
    staffName(delivery.requestedBy),
    words[language].batchCsv.from[delivery.requestedFrom],
    storeTime(record.requested_at),
    record.finished_at === null ? '' : storeTime(record.finished_at),
    delivery.resolvedBy === null ? '' : staffName(delivery.resolvedBy),
  ];
}

/** A skipped order: only why. The delivery that it conflicts with is in its own batch's file. */
function skippedCells(record: SkippedRecord, batch: BatchRow, language: Language): string[] {
  const { skipped, skippedReasons, from } = words[language].batchCsv;
  const isUnconfirmed = record.why === 'sent_recently' && record.state === 'unconfirmed';
  return [
    cell(record.number),
    cell(record.order_id),
    cell(record.customer_name),
    '',
    skipped,
    skippedReasons[isUnconfirmed ? 'maybe_sent_recently' : record.why],
    '',
    '',
    staffName({ id: batch.requested_by_id, name: batch.requested_by_name }),
    from[batch.requested_from],
    storeTime(batch.requested_at),
    '',
    '',
  ];
}

function reasonOf({ state, reason, resolvedBy }: Delivery, language: Language): string {
  const { reasons, givenUp, waitsForConnection } = words[language].batchCsv;
  if (reason === null) return '';
  if (reason === 'reconnect' && state === 'queued') return waitsForConnection;
  const isGivenUp = reason === 'salla_error' && state === 'failed' && resolvedBy === null;
  return isGivenUp ? givenUp : reasons[reason];
}

function staffName({ id, name }: StaffMember): string {
  return name ?? String(id);
}

function cell(value: string | number | null): string {
  return value === null ? '' : String(value);
}
