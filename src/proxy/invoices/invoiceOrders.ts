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
export function createInvoiceOrders(most: number = remembered): InvoiceOrders {
  type Seen = Map<number, { storeId: number; orderId: number }>;
  // In two halves: what was not seen again while one of them filled up is forgotten as a whole.
  let newer: Seen = new Map();
  let older: Seen = new Map();
  return {
    learn(storeId, invoices) {
      for (const { id, orderId } of invoices) {
        if (newer.get(id)?.storeId === storeId) continue;
        if (newer.size >= most / 2) {
          older = newer;
          newer = new Map();
        }
        newer.set(id, { storeId, orderId });
      }
    },
    orderOf(storeId, invoiceId) {
      const seen = [newer.get(invoiceId), older.get(invoiceId)];
      return seen.find((invoice) => invoice?.storeId === storeId)?.orderId;
    },
  };
}
