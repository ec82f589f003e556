import type { InvoiceSummary } from '../../contract/invoice.ts';
import type { SallaInvoiceRow } from '../salla/client/types.ts';
import { findCreatedAt } from '../storage/createdInvoices.ts';
import type { Database } from '../storage/database.ts';
import { toInstant } from '../storage/deliveries.ts';
import { findKnownOrders } from '../storage/knownOrders.ts';
import { findLastDeliveries } from '../storage/lastDeliveries.ts';

/** Salla's rows (at most a page), with the orders that we have seen and the newest deliveries that we made. */
export async function joinRows(
  database: Database,
  storeId: number,
  rows: readonly SallaInvoiceRow[],
): Promise<InvoiceSummary[]> {
  const orderIds = rows.map((row) => row.orderId);
  const [orders, dated] = await Promise.all([
    findKnownOrders(database, storeId, orderIds),
    withCreatedAt(database, storeId, rows),
  ]);
  const last = await findLastDeliveries(database, storeId, dated);
  return dated.map((row) => ({
    ...row,
    orderNumber: orders.get(row.orderId)?.number ?? null,
    customer: orders.get(row.orderId)?.customer ?? null,
    lastDelivery: last.get(row.id) ?? null,
  }));
}

/** Salla's rows (at most a page), with the moment at which those were made that were made through this app. */
export async function withCreatedAt<Row extends { id: number }>(
  database: Database,
  storeId: number,
  rows: readonly Row[],
): Promise<(Row & Pick<InvoiceSummary, 'createdAt'>)[]> {
  const created = await findCreatedAt(
    database,
    storeId,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const at = created.get(row.id);
    return { ...row, createdAt: at === undefined ? null : toInstant(at) };
  });
}
