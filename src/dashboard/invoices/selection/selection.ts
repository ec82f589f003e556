import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { maximumOrdersPerBatch } from '../../../contract/limits.ts';

/** What of an invoice is kept while it is selected: its email goes by the order. */
export interface SelectedInvoice {
  id: number;
  orderId: number;
  isCreditNote: boolean;
}

/** The selected invoices by their ids, in the order in which they were selected. */
export type Selection = ReadonlyMap<number, SelectedInvoice>;

/** One batch takes as many (`maximumOrdersPerBatch`): a longer list goes out in parts. */

export const nothing: Selection = new Map();

export function selectedOf({ id, orderId, type }: InvoiceSummary): SelectedInvoice {
  return { id, orderId, isCreditNote: type === 'credit_note' };
}

/** With these as well, as far as there is room. */
export function withThese(selection: Selection, more: readonly SelectedInvoice[]): Selection {
  const room = maximumOrdersPerBatch - selection.size;
  const fresh = more.filter(({ id }) => !selection.has(id)).slice(0, room);
  if (fresh.length === 0) return selection;
  return new Map([...selection, ...fresh.map((invoice) => [invoice.id, invoice] as const)]);
}

/** Whether some of these would find no room. */
export function overflows(selection: Selection, more: readonly SelectedInvoice[]): boolean {
  const fresh = more.filter(({ id }) => !selection.has(id));
  return selection.size + fresh.length > maximumOrdersPerBatch;
}

export function withoutThese(selection: Selection, ids: readonly number[]): Selection {
  if (!ids.some((id) => selection.has(id))) return selection;
  const gone = new Set(ids);
  return new Map([...selection].filter(([id]) => !gone.has(id)));
}

/** How much of a page is selected. */
export function coverOf(selection: Selection, ids: readonly number[]): 'all' | 'some' | 'none' {
  const count = ids.filter((id) => selection.has(id)).length;
  if (count === 0) return 'none';
  return count === ids.length ? 'all' : 'some';
}

/** The rows from one to another, both included, whichever comes first; the last alone where the first is not there. */
export function between<Row extends { id: number }>(
  rows: readonly Row[],
  fromId: number | null,
  toId: number,
): Row[] {
  const to = rows.findIndex(({ id }) => id === toId);
  const found = rows.findIndex(({ id }) => id === fromId);
  const from = found === -1 ? to : found;
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** An order whose email is asked for, by the first of its invoices that was selected. */
export interface SelectedOrder {
  orderId: number;
  invoiceId: number;
}

/** Several invoices of one order are one email. */
export function ordersOf(selection: Selection): SelectedOrder[] {
  const orders = new Map<number, SelectedOrder>();
  for (const { id, orderId } of selection.values()) {
    if (!orders.has(orderId)) orders.set(orderId, { orderId, invoiceId: id });
  }
  return [...orders.values()];
}

/** How many emails these are. */
export function orderCountOf(selection: Selection): number {
  return new Set([...selection.values()].map(({ orderId }) => orderId)).size;
}

export function creditNotesIn(selection: Selection): number {
  return [...selection.values()].filter(({ isCreditNote }) => isCreditNote).length;
}
