import type { HTMLAttributes, Ref } from 'react';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { PageCheckbox } from '../selection/PageCheckbox.tsx';
import { useCheckboxNames } from '../selection/useCheckboxNames.ts';
import { InvoiceRow } from './InvoiceRow.tsx';
import classes from './InvoiceTable.module.css';
import { InvoiceTableHead } from './InvoiceTableHead.tsx';
import type { KnownOrders } from './useKnownOrders.ts';

type RowHandlers = Pick<
  HTMLAttributes<HTMLElement>,
  'onPointerOver' | 'onPointerLeave' | 'onFocus' | 'onClick'
>;

interface InvoiceTableProps extends RowHandlers {
  invoices: readonly InvoiceSummary[];
  orders: KnownOrders;
  stale: boolean;
  onTurn: (invoiceId: number, range: boolean) => void;
  ref: Ref<HTMLTableElement>;
}

/** Invoices as rows; on a phone the same rows are laid out as cards. */
export function InvoiceTable(props: InvoiceTableProps) {
  const { invoices, orders, stale, onTurn, ref, ...handlers } = props;
  const { t } = useTranslation('invoices');
  const nameCheckbox = useCheckboxNames();
  return (
    <div className={classes.list}>
      <DataTable label={t('list.label')} stale={stale} ref={ref}>
        <InvoiceTableHead pageCheckbox={<PageCheckbox invoices={invoices} />} />
        <tbody {...handlers}>
          {invoices.map((invoice) => (
            <InvoiceRow
              key={invoice.id}
              invoice={invoice}
              order={orders.byId.get(invoice.orderId)}
              pending={orders.isPending(invoice.orderId)}
              onTurn={onTurn}
              nameCheckbox={nameCheckbox}
            />
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}
