import { DataTable } from '../../components/DataTable.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './DeliveryTable.module.css';
import { DeliveryTableHead } from './DeliveryTableHead.tsx';

const cells = [
  { name: classes.state, width: '112px' },
  { name: classes.order, width: '128px' },
  { name: classes.invoice, width: '96px' },
  { name: classes.by, width: '80px' },
  { name: classes.when, width: '96px' },
  { name: classes.actions, width: '104px' },
];

/** A page of deliveries that are on their way, in their geometry. */
export function DeliveryTableSkeleton({ rows }: { rows: number }) {
  const { t } = useTranslation('deliveries');
  return (
    <div className={classes.list}>
      <DataTable label={t('page.record')}>
        <DeliveryTableHead />
        <tbody>
          {Array.from({ length: rows }, (_, index) => `row ${index}`).map((row) => (
            <tr key={row} className={classes.row}>
              {cells.map(({ name, width }) => (
                <td key={name} className={name}>
                  <Skeleton width={width} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}
