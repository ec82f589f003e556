/** Which order an invoice is of, where it was seen: an invoice never changes its order. */
export interface InvoiceOrders {
  learn(storeId: number, invoices: Iterable<{ id: number; orderId: number }>): void;
  orderOf(storeId: number, invoiceId: number): number | undefined;
}

/** A few MB, and more invoices than a day's work opens. */
const remembered = 20_000;

/**
 * Learned from the lists and details that pass, in memory: what was forgotten, or was seen by another process,
 * is asked for or left open, so nothing depends on it being here.
 */
export function rememberInvoiceOrders(most: number = remembered): InvoiceOrders {
  const orders = new Map<string, number>();
  return {
    learn(storeId, invoices) {
      for (const { id, orderId } of invoices) {
        const key = `${storeId}/${id}`;
        // Put at the end: a Map is read from its oldest key.
        orders.delete(key);
        orders.set(key, orderId);
      }
      for (const key of orders.keys()) {
        if (orders.size <= most) break;
        orders.delete(key);
      }
    },
    orderOf: (storeId, invoiceId) => orders.get(`${storeId}/${invoiceId}`),
  };
}
