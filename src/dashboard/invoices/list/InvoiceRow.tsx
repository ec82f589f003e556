import { memo } from 'react';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import type { OrderSummary } from '../../../contract/order.ts';
import { hasNoEmail } from '../../api/hasNoEmail.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { useSelection } from '../selection/SelectionContext.ts';
import type { NameCheckbox } from '../selection/useCheckboxNames.ts';
import classes from './InvoiceTable.module.css';
import { type InvoiceRowValues, invoiceColumns } from './invoiceColumns.tsx';

interface InvoiceRowProps {
  invoice: InvoiceSummary;
  /** Fetched separately if the list doesn't name its number and customer. */
  order: OrderSummary | undefined;
  /** The order is loading. */
  pending: boolean;
  /** The same functions in every render, so that rows stay memoized. */
  onToggle: (invoiceId: number, range: boolean) => void;
  nameCheckbox: NameCheckbox;
}

/** One invoice of the list. Plain elements: a component for each cell would slow the painting of 60 rows. */
export const InvoiceRow = memo(function InvoiceRow(props: InvoiceRowProps) {
  const { invoice, order, pending, onToggle, nameCheckbox } = props;
  const { t } = useTranslation('invoices');
  const isSelected = useSelection(({ selection }) => selection.has(invoice.id));
  const orderNumber = invoice.orderNumber ?? order?.number ?? null;
  const values: InvoiceRowValues = {
    invoice,
    orderNumber,
    customer: invoice.customer?.name ?? order?.customer?.name ?? null,
    noEmail: hasNoEmail(invoice.customer ?? order?.customer),
    pending,
    isSelected,
    checkboxName: nameCheckbox(invoice, orderNumber),
    onToggle,
    t,
  };
  return (
    <tr
      data-invoice={invoice.id}
      data-type={invoice.type}
      className={classes.row}
      aria-selected={isSelected}
    >
      {invoiceColumns.map(({ id, className, cell, isRowHeader, isMuted, isEnd, cardLabel }) =>
        isRowHeader ? (
          <th key={id} scope="row" className={className}>
            {cell(values)}
          </th>
        ) : (
          <td
            key={id}
            className={className}
            data-muted={isMuted}
            data-end={isEnd}
            data-label={cardLabel && t(cardLabel)}
          >
            {cell(values)}
          </td>
        ),
      )}
    </tr>
  );
});
