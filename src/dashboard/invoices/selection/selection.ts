import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { maximumOrdersPerBatch } from '../../../contract/limits.ts';

/** What the selection keeps of an invoice; emails go by order. */
export interface SelectedInvoice {
  id: number;
  orderId: number;
  isCreditNote: boolean;
}

/** The selected invoices by their ids, in the order in which they were selected. */
export type Selection = ReadonlyMap<number, SelectedInvoice>;

export const emptySelection: Selection = new Map();

export function toSelectedInvoice({ id, orderId, type }: InvoiceSummary): SelectedInvoice {
  return { id, orderId, isCreditNote: type === 'credit_note' };
}

/** Adds invoices as far as there is room. */
export function addToSelection(selection: Selection, more: readonly SelectedInvoice[]): Selection {
  const room = maximumOrdersPerBatch - selection.size;
  const fresh = more.filter(({ id }) => !selection.has(id)).slice(0, room);
  if (fresh.length === 0) return selection;
  return new Map([...selection, ...fresh.map((invoice) => [invoice.id, invoice] as const)]);
}

/** Whether some of these don't fit. */
export function exceedsLimit(selection: Selection, more: readonly SelectedInvoice[]): boolean {
  const fresh = more.filter(({ id }) => !selection.has(id));
  return selection.size + fresh.length > maximumOrdersPerBatch;
}

export function removeFromSelection(selection: Selection, ids: readonly number[]): Selection {
  if (!ids.some((id) => selection.has(id))) return selection;
  const gone = new Set(ids);
  return new Map([...selection].filter(([id]) => !gone.has(id)));
}

/** How much of a page is selected. */
export function pageCoverage(
  selection: Selection,
  ids: readonly number[],
): 'all' | 'some' | 'none' {
  const count = ids.filter((id) => selection.has(id)).length;
  if (count === 0) return 'none';
  return count === ids.length ? 'all' : 'some';
}

/** The rows between two, both included, in either direction; only the last one if the first isn't among them. */
export function rowRange<Row extends { id: number }>(
  rows: readonly Row[],
  fromId: number | null,
  toId: number,
): Row[] {
  const to = rows.findIndex(({ id }) => id === toId);
  const found = rows.findIndex(({ id }) => id === fromId);
  const from = found === -1 ? to : found;
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** An order to send, with its first selected invoice. */
export interface SelectedOrder {
  orderId: number;
  invoiceId: number;
}

/** Several invoices of one order are one email. */
export function toSelectedOrders(selection: Selection): SelectedOrder[] {
  const orders = new Map<number, SelectedOrder>();
  for (const { id, orderId } of selection.values()) {
    if (!orders.has(orderId)) orders.set(orderId, { orderId, invoiceId: id });
  }
  return [...orders.values()];
}

/** The number of orders, one email each. */
export function countOrders(selection: Selection): number {
  return new Set([...selection.values()].map(({ orderId }) => orderId)).size;
}

export function countCreditNotes(selection: Selection): number {
  return [...selection.values()].filter(({ isCreditNote }) => isCreditNote).length;
}
