import { SallaFailure } from '../salla/client/failure.ts';
import type { SallaClient } from '../salla/client/types.ts';
import type { InvoiceOrders } from './invoiceOrders.ts';

export interface CheckInvoicesDeps {
  salla: Pick<SallaClient, 'getInvoice'>;
  invoiceOrders: InvoiceOrders;
}

interface NamedOrder {
  orderId: number;
  invoiceId?: number | undefined;
}

/** The orders with the invoices that are theirs, or the positions of those that name another order's. */
export type CheckedInvoices =
  | { outcome: 'checked'; orders: NamedOrder[] }
  | { outcome: 'not_of_order'; positions: number[] };

/**
 * Sees to it that no order is written down with an invoice of another. The email goes by the order alone
 * (Salla: Sending), so an invoice that nobody can tell of is left out and holds nothing back. Salla is asked
 * where a single order names an invoice that was not seen here; for many that would be a call each.
 */
export async function checkInvoices(
  parts: CheckInvoicesDeps,
  storeId: number,
  orders: readonly NamedOrder[],
): Promise<CheckedInvoices> {
  const known = await Promise.all(
    orders.map(({ invoiceId }) =>
      invoiceId === undefined ? null : findOrderOf(parts, storeId, invoiceId, orders.length === 1),
    ),
  );
  const positions = orders.flatMap(({ orderId }, position) => {
    const found = known[position] ?? null;
    return found === null || found === orderId ? [] : [position];
  });
  if (positions.length > 0) return { outcome: 'not_of_order', positions };
  const checked = orders.map(({ orderId, invoiceId }, position) => {
    const isTheirs = known[position] === orderId;
    return isTheirs ? { orderId, invoiceId } : { orderId };
  });
  return { outcome: 'checked', orders: checked };
}

/** The order of an invoice, 'none' where the store has no such invoice, null where that is not known. */
async function findOrderOf(
  { salla, invoiceOrders }: CheckInvoicesDeps,
  storeId: number,
  invoiceId: number,
  mayAsk: boolean,
): Promise<number | 'none' | null> {
  const seen = invoiceOrders.orderOf(storeId, invoiceId);
  if (seen !== undefined) return seen;
  if (!mayAsk) return null;
  try {
    const invoice = await salla.getInvoice(storeId, invoiceId);
    invoiceOrders.learn(storeId, [invoice]);
    return invoice.orderId;
  } catch (error) {
    if (!(error instanceof SallaFailure)) throw error;
    return error.code === 'not_found' ? 'none' : null;
  }
}
