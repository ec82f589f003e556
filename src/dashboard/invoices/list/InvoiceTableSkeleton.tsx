import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { PageCheckbox } from '../selection/PageCheckbox.tsx';
import classes from './InvoiceTable.module.css';
import { InvoiceTableHead } from './InvoiceTableHead.tsx';

const none: readonly InvoiceSummary[] = [];

const cells = [
  { name: classes.check, width: '16px' },
  { name: classes.number, width: '64px' },
  { name: classes.type, width: '88px' },
  { name: classes.order, width: '80px' },
  { name: classes.customer, width: '112px' },
  { name: classes.date, width: '88px' },
  { name: classes.total, width: '72px' },
  { name: classes.payment, width: '80px' },
  { name: classes.sent, width: '120px' },
  { name: classes.action, width: '96px' },
];

/** A page of rows that are on their way, in their geometry. */
export function InvoiceTableSkeleton({ rows }: { rows: number }) {
  const { t } = useTranslation('invoices');
  return (
    <div className={classes.list}>
      <DataTable label={t('list.label')}>
        <InvoiceTableHead pageCheckbox={<PageCheckbox invoices={none} />} />
        <tbody>
          {Array.from({ length: rows }, (_, index) => `row ${index}`).map((row) => (
            <tr key={row} className={classes.row}>
              {cells.map(({ name, width }) => (
                <td key={name} className={name} data-end={name === classes.total || undefined}>
                  <Skeleton width={width} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
      <div className={classes.footSkeleton} />
    </div>
  );
}
