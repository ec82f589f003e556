import type { HTMLAttributes, ReactNode, Ref } from 'react';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { TableSkeletonRows } from '../../components/TableSkeletonRows.tsx';
import { useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { useCheckboxNames } from '../selection/useCheckboxNames.ts';
import { InvoiceRow } from './InvoiceRow.tsx';
import classes from './InvoiceTable.module.css';
import { gridTracks, invoiceColumns } from './invoiceColumns.tsx';
import type { RowOrders } from './useRowOrders.ts';

declare module 'react' {
  interface CSSProperties {
    [property: `--${string}`]: string;
  }
}

type RowHandlers = Pick<
  HTMLAttributes<HTMLElement>,
  'onPointerOver' | 'onPointerLeave' | 'onFocus' | 'onClick'
>;

interface InvoiceTableProps extends RowHandlers {
  invoices: readonly InvoiceSummary[];
  orders: RowOrders;
  stale: boolean;
  onToggle: (invoiceId: number, range: boolean) => void;
  ref: Ref<HTMLTableElement>;
}

/** Invoices as rows; on a phone the same rows are laid out as cards. */
export function InvoiceTable(props: InvoiceTableProps) {
  const { invoices, orders, stale, onToggle, ref, ...handlers } = props;
  const nameCheckbox = useCheckboxNames();
  return (
    <Frame invoices={invoices} stale={stale} ref={ref}>
      <tbody {...handlers}>
        {invoices.map((invoice) => (
          <InvoiceRow
            key={invoice.id}
            invoice={invoice}
            order={orders.byId.get(invoice.orderId)}
            pending={orders.isPending(invoice.orderId)}
            onToggle={onToggle}
            nameCheckbox={nameCheckbox}
          />
        ))}
      </tbody>
    </Frame>
  );
}

const noInvoices: readonly InvoiceSummary[] = [];

/** The table while its page is loading. */
export function InvoiceTableSkeleton({ rows }: { rows: number }) {
  return (
    <Frame invoices={noInvoices} foot={<div className={classes.footSkeleton} />}>
      <TableSkeletonRows rows={rows} rowClassName={classes.row} columns={invoiceColumns} />
    </Frame>
  );
}

interface FrameProps {
  invoices: readonly InvoiceSummary[];
  stale?: boolean;
  ref?: Ref<HTMLTableElement>;
  /** Below the table. */
  foot?: ReactNode;
  /** The `tbody`. */
  children: ReactNode;
}

function Frame({ invoices, stale = false, ref = null, foot, children }: FrameProps) {
  const { t } = useTranslation('invoices');
  const { language } = useLayout();
  return (
    <div className={classes.list} style={gridTracks(language)}>
      <DataTable label={t('list.label')} stale={stale} ref={ref}>
        <thead>
          <tr>
            {invoiceColumns.map(({ id, className, head, isEnd }) => (
              <th key={id} scope="col" className={className} data-end={isEnd}>
                {head({ invoices, t })}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </DataTable>
      {foot}
    </div>
  );
}
