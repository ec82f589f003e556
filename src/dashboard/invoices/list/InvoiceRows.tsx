import { type MouseEvent, useCallback, useEffect, useRef } from 'react';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import type { Resender } from '../../deliveries/resend/ResendButton.tsx';
import { useSelectionStores } from '../selection/SelectionContext.ts';
import type { SelectionResend } from '../selection/useSelectionResend.ts';
import classes from './InvoiceTable.module.css';
import { InvoiceTable } from './InvoiceTable.tsx';
import { useRowShortcuts } from './keyboardShortcuts.ts';
import { findInvoiceId, useRowNavigation } from './useRowNavigation.ts';
import { useRowOrders } from './useRowOrders.ts';

interface InvoiceRowsProps {
  invoices: readonly InvoiceSummary[];
  /** Rows of the previous page, shown while the next one is loading. */
  stale: boolean;
  /** The first row takes the focus when it appears. */
  takesFocus: boolean;
  onFocusTaken: () => void;
  resender: Resender;
  resendSelection: SelectionResend;
}

/** The rows of one page with their orders, shortcuts, navigation and prefetching. */
export function InvoiceRows(props: InvoiceRowsProps) {
  const { invoices, stale, takesFocus, onFocusTaken, resender, resendSelection } = props;
  const table = useRef<HTMLTableElement>(null);
  const orders = useRowOrders(invoices);
  const opening = useRowNavigation();
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
  useRowShortcuts(table, {
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
    // The whole cell toggles the checkbox, for touch.
    const isCell = target instanceof Element && target.matches(`td.${classes.check}`);
    const invoiceId = findInvoiceId(target);
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
