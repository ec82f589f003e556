import { DataTable } from '../../components/DataTable.tsx';
import { TableSkeletonRows } from '../../components/TableSkeletonRows.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './DeliveryTable.module.css';
import { DeliveryTableHead } from './DeliveryTableHead.tsx';

const columns = [
  { id: 'state', className: classes.state, skeleton: '112px' },
  { id: 'order', className: classes.order, skeleton: '128px' },
  { id: 'invoice', className: classes.invoice, skeleton: '96px' },
  { id: 'by', className: classes.by, skeleton: '80px' },
  { id: 'when', className: classes.when, skeleton: '96px' },
  { id: 'actions', className: classes.actions, skeleton: '104px' },
];

/** The table while its page is loading. */
export function DeliveryTableSkeleton({ rows }: { rows: number }) {
  const { t } = useTranslation('deliveries');
  return (
    <div className={classes.list}>
      <DataTable label={t('page.record')}>
        <DeliveryTableHead />
        <TableSkeletonRows rows={rows} rowClassName={classes.row} columns={columns} />
      </DataTable>
    </div>
  );
}
