import type { InvoiceSummary } from '../../contract/invoice.ts';
import type { SallaInvoiceRow } from '../salla/client.ts';
import type { Database } from '../storage/database.ts';
import { findKnownOrders } from '../storage/knownOrders.ts';
import { findLastDeliveries } from '../storage/lastDeliveries.ts';

/** Salla's rows (at most a page), with the orders that we have seen and the newest deliveries that we made. */
export async function joinRows(
  database: Database,
  storeId: number,
  rows: readonly SallaInvoiceRow[],
): Promise<InvoiceSummary[]> {
  const orderIds = rows.map((row) => row.orderId);
  const [orders, last] = await Promise.all([
    findKnownOrders(database, storeId, orderIds),
    findLastDeliveries(database, storeId, orderIds),
  ]);
  return rows.map((row) => ({
    ...row,
    orderNumber: orders.get(row.orderId)?.number ?? null,
    customer: orders.get(row.orderId)?.customer ?? null,
    lastDelivery: last.get(row.orderId) ?? null,
  }));
}
