import type { QueryClient } from '@tanstack/react-query';
import type { Delivery, DeliveryPage } from '../../contract/delivery.ts';
import { blocksResend } from '../../contract/deliveryStates.ts';
import { countsFor, type DatedDocument } from '../../contract/documentTime.ts';
import type { Invoice, InvoicePage, LastDelivery } from '../../contract/invoice.ts';
import { type BatchView, batchQueries } from '../api/batchQueries.ts';
import { deliveryQueries } from '../api/deliveryQueries.ts';
import { invoiceQueries } from '../api/invoiceQueries.ts';

/** Shows what became of a delivery everywhere it is on the screen, without asking again for the pages. */
export function recordDelivery(queryClient: QueryClient, delivery: Delivery): void {
  queryClient.setQueriesData<InvoicePage>({ queryKey: invoiceQueries.lists() }, (page) =>
    page === undefined ? page : { ...page, data: page.data.map((row) => withLast(row, delivery)) },
  );
  queryClient.setQueriesData<Invoice>({ queryKey: invoiceQueries.details() }, (invoice) =>
    invoice === undefined || invoice.orderId !== delivery.orderId
      ? invoice
      : { ...withLast(invoice, delivery), deliveries: withNewest(invoice, delivery) },
  );
  queryClient.setQueriesData<DeliveryPage>({ queryKey: deliveryQueries.lists() }, (page) =>
    page === undefined ? page : { ...page, data: withRow(page.data, delivery) },
  );
  queryClient.setQueryData<BatchView>(batchQueries.view(delivery.batchId).queryKey, (view) =>
    view === undefined ? view : { ...view, lists: withListRow(view.lists, delivery) },
  );
}

function withListRow(lists: BatchView['lists'], delivery: Delivery): BatchView['lists'] {
  const { failed, unconfirmed, canceled } = lists;
  return {
    ...lists,
    failed: withRow(failed, delivery),
    unconfirmed: withRow(unconfirmed, delivery),
    canceled: withRow(canceled, delivery),
  };
}

function withRow(rows: readonly Delivery[], delivery: Delivery): Delivery[] {
  return rows.map((row) => (row.id === delivery.id ? delivery : row));
}

/** A delivery that started or ended changes what pages and counts hold: they are asked for again. */
export function refreshDeliveries(queryClient: QueryClient): void {
  void queryClient.invalidateQueries({ queryKey: deliveryQueries.lists() });
  void queryClient.invalidateQueries({ queryKey: batchQueries.all() });
}

/** A row of a list, or an invoice, as far as deliveries change it. */
type DeliveredRow = DatedDocument & { orderId: number; lastDelivery: LastDelivery | null };

function withLast<Row extends DeliveredRow>(row: Row, delivery: Delivery): Row {
  if (row.orderId !== delivery.orderId || !counts(row, delivery)) return row;
  const known = row.lastDelivery;
  const isNews =
    known === null ||
    known.id === delivery.id ||
    Date.parse(known.at) <= Date.parse(delivery.requestedAt);
  return isNews ? { ...row, lastDelivery: asLast(delivery, known) } : row;
}

/** What left before the document was made was of another one. */
function counts(row: DatedDocument, delivery: Delivery): boolean {
  return countsFor(row, { ...delivery, at: delivery.finishedAt ?? delivery.requestedAt });
}

function asLast(delivery: Delivery, known: LastDelivery | null): LastDelivery {
  const { id, state, reason, finishedAt, requestedAt, requestedBy } = delivery;
  const wasSent = blocksResend(state) || (known?.wasSent ?? false);
  return { id, state, reason, at: finishedAt ?? requestedAt, by: requestedBy, wasSent };
}

function withNewest(invoice: Invoice, delivery: Delivery): Delivery[] {
  const { deliveries } = invoice;
  if (deliveries.some(({ id }) => id === delivery.id))
    return deliveries.map((known) => (known.id === delivery.id ? delivery : known));
  return counts(invoice, delivery) ? [delivery, ...deliveries] : deliveries;
}
