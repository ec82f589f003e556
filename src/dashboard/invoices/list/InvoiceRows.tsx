import { type MouseEvent, useCallback, useEffect, useRef } from 'react';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import type { Resender } from '../../deliveries/resend/ResendButton.tsx';
import { useSelectionStores } from '../selection/SelectionContext.ts';
import type { SelectionResend } from '../selection/useSelectionResend.ts';
import classes from './InvoiceTable.module.css';
import { InvoiceTable } from './InvoiceTable.tsx';
import { useKnownOrders } from './useKnownOrders.ts';
import { invoiceIdOf, useOpenInvoice } from './useOpenInvoice.ts';
import { useRowKeys } from './useRowKeys.ts';

interface InvoiceRowsProps {
  invoices: readonly InvoiceSummary[];
  /** Another page's rows that wait for the new ones. */
  stale: boolean;
  /** Its first row is what the person was after. */
  takesFocus: boolean;
  onFocusTaken: () => void;
  resender: Resender;
  resendSelection: SelectionResend;
}

/** The rows of one page with what they need: their orders, keys, opening and fetching ahead. */
export function InvoiceRows(props: InvoiceRowsProps) {
  const { invoices, stale, takesFocus, onFocusTaken, resender, resendSelection } = props;
  const table = useRef<HTMLTableElement>(null);
  const orders = useKnownOrders(invoices);
  const opening = useOpenInvoice();
  const focusesNow = takesFocus && !stale;
  useEffect(() => {
    if (!focusesNow) return;
    table.current?.querySelector<HTMLElement>('[data-invoice] a')?.focus();
    onFocusTaken();
  }, [focusesNow, onFocusTaken]);
  const { selection } = useSelectionStores();
  const onToggle = useCallback(
    (invoiceId: number, range: boolean) => selection.getState().toggle(invoices, invoiceId, range),
    [selection, invoices],
  );
  useRowKeys(table, {
    onToggle,
    onResend: (invoiceId) => {
      const invoice = invoices.find(({ id }) => id === invoiceId);
      if (selection.getState().selection.size > 0) resendSelection.press();
      else if (invoice) {
        const { id, orderId } = invoice;
        void resender.resend({ orderId, invoiceId: id, document: invoice });
      }
    },
  });
  function onClick(event: MouseEvent) {
    const { target, shiftKey } = event;
    // The whole cell is the checkbox, for fingers.
    const isCell = target instanceof Element && target.matches(`td.${classes.check}`);
    const invoiceId = invoiceIdOf(target);
    if (isCell && invoiceId !== null) onToggle(invoiceId, shiftKey);
    else opening.onClick(event);
  }
  return (
    <InvoiceTable
      ref={table}
      invoices={invoices}
      orders={orders}
      stale={stale}
      onToggle={onToggle}
      {...opening}
      onClick={onClick}
    />
  );
}
