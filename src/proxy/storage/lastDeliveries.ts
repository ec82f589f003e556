import { blockingStates } from '../../contract/deliveryStates.ts';
import { countsFor, type DatedDocument } from '../../contract/documentTime.ts';
import type { LastDelivery } from '../../contract/invoice.ts';
import type { Database } from './database.ts';
import { type DeliveryRow, findStoppedFor, reasonOf, toInstant } from './deliveries.ts';
import { findPagePositions, type OrderPage, pageByPage } from './orderPages.ts';
import { type Given, prepare } from './prepare.ts';

/** What a list's row tells of the last delivery: reading the others would cost as much again. */
const lastColumns = [
  'id',
  'order_id',
  'invoice_id',
  'state',
  'reason',
  'requested_by_id',
  'requested_by_name',
  'requested_at',
  'finished_at',
] as const;

type LastRow = Pick<DeliveryRow, (typeof lastColumns)[number]> & {
  /** When the order's newest email that went out, or may have, ended; null where there is none. */
  last_sent_at: number | null;
};

/** The last delivery of each order, or of each invoice that deliveries were asked from. */
const newestOf = (column: 'order_id' | 'invoice_id') =>
  prepare((database, given: Given<OrderPage>) => {
    const { storeId, orderIds: ids } = findPagePositions(given);
    const ranked = database
      .selectFrom('deliveries')
      .select(lastColumns)
      .select(({ fn }) => [
        fn
          .agg<number>('row_number')
          .over((over) =>
            over.partitionBy(column).orderBy('requested_at', 'desc').orderBy('id', 'desc'),
          )
          .as('age'),
        fn
          .max<number | null>('finished_at')
          .filterWhere('state', 'in', blockingStates)
          .over((over) => over.partitionBy(column))
          .as('last_sent_at'),
      ])
      .where('store_id', '=', storeId)
      .where(column, 'in', ids);
    return database
      .selectFrom(ranked.as('ranked'))
      .select([...lastColumns, 'last_sent_at'])
      .where('age', '=', 1);
  });

const newestOfOrders = newestOf('order_id');
const newestOfInvoices = newestOf('invoice_id');

/** An invoice, and when it was made as far as anything tells. */
type InvoiceOfOrder = DatedDocument & { orderId: number };

/**
 * By invoice, the newest delivery of its order that counts for it: what left before a credit note was made was of the
 * tax invoice alone.
 */
export async function findLastDeliveries(
  database: Database,
  storeId: number,
  invoices: readonly InvoiceOfOrder[],
): Promise<Map<number, LastDelivery>> {
  const orderIds = invoices.map(({ orderId }) => orderId);
  const rows = await pageByPage(storeId, orderIds, (page) => newestOfOrders(database, page));
  const ofOrder = new Map<number, LastRow>(rows.map((row) => [row.order_id, row]));
  const found = new Map<number, LastRow>();
  const later: number[] = [];
  for (const invoice of invoices) {
    const row = ofOrder.get(invoice.orderId);
    if (row === undefined) continue;
    if (countsFor(invoice, datedDelivery(row))) found.set(invoice.id, row);
    else later.push(invoice.id);
  }
  // What was asked from the invoice itself counts for it whatever its date says. Hardly any list has such a row.
  const own = await pageByPage(storeId, later, (page) => newestOfInvoices(database, page));
  for (const row of own) if (row.invoice_id !== null) found.set(row.invoice_id, row);
  const stopped = await findStoppedFor(database, storeId, [...found.values()]);
  return new Map(
    invoices.flatMap((invoice) => {
      const row = found.get(invoice.id);
      return row === undefined ? [] : [[invoice.id, toLastDelivery(row, invoice, stopped)]];
    }),
  );
}

function toLastDelivery(
  row: LastRow,
  invoice: DatedDocument,
  stopped: 'reconnect' | null,
): LastDelivery {
  const { invoiceId, at } = datedDelivery(row);
  const wasSent =
    row.last_sent_at !== null &&
    countsFor(invoice, { invoiceId, state: 'sent', at: toInstant(row.last_sent_at) });
  return {
    id: row.id,
    state: row.state,
    reason: reasonOf(row, stopped),
    at,
    by: { id: row.requested_by_id, name: row.requested_by_name },
    wasSent,
  };
}

function datedDelivery({ invoice_id, state, finished_at, requested_at }: LastRow) {
  return { invoiceId: invoice_id, state, at: toInstant(finished_at ?? requested_at) };
}
