import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './DeliveryTable.module.css';

/** The columns, the same ones over rows and over their skeleton. */
export function DeliveryTableHead() {
  const { t } = useTranslation('deliveries');
  return (
    <thead>
      <tr>
        <th scope="col" className={classes.state}>
          {t('page.state')}
        </th>
        <th scope="col" className={classes.order}>
          {t('page.orderColumn')}
        </th>
        <th scope="col" className={classes.invoice}>
          {t('page.invoiceColumn')}
        </th>
        <th scope="col" className={classes.by}>
          {t('page.by')}
        </th>
        <th scope="col" className={classes.when}>
          {t('page.when')}
        </th>
        <th scope="col" className={classes.actions}>
          <span className="visually-hidden">{t('page.actions')}</span>
        </th>
      </tr>
    </thead>
  );
}
