import { useEffect, useRef } from 'react';
import type { InvoiceSummary } from '../../contract/invoice.ts';
import type { Resender } from '../deliveries/ResendButton.tsx';
import { InvoiceTable } from './InvoiceTable.tsx';
import { useKnownOrders } from './useKnownOrders.ts';
import { useOpenInvoice } from './useOpenInvoice.ts';
import { useRowKeys } from './useRowKeys.ts';

interface InvoiceRowsProps {
  invoices: readonly InvoiceSummary[];
  /** Another page's rows that wait for the new ones. */
  stale: boolean;
  /** Its first row is what the person was after. */
  takesFocus: boolean;
  onFocusTaken: () => void;
  resender: Resender;
}

/** The rows of one page with what they need: their orders, keys, opening and fetching ahead. */
export function InvoiceRows(props: InvoiceRowsProps) {
  const { invoices, stale, takesFocus, onFocusTaken, resender } = props;
  const table = useRef<HTMLTableElement>(null);
  const orders = useKnownOrders(invoices);
  const opening = useOpenInvoice();
  const focusesNow = takesFocus && !stale;
  useEffect(() => {
    if (!focusesNow) return;
    table.current?.querySelector<HTMLElement>('[data-invoice] a')?.focus();
    onFocusTaken();
  }, [focusesNow, onFocusTaken]);
  useRowKeys(table, (invoiceId) => {
    const invoice = invoices.find(({ id }) => id === invoiceId);
    if (invoice) void resender.resend({ orderId: invoice.orderId, invoiceId });
  });
  return (
    <InvoiceTable ref={table} invoices={invoices} orders={orders} stale={stale} {...opening} />
  );
}
