import type { ReactNode } from 'react';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './InvoiceTable.module.css';

/** The columns, the same ones over rows and over their skeleton; `pageCheckbox` selects all rows. */
export function InvoiceTableHead({ pageCheckbox }: { pageCheckbox: ReactNode }) {
  const { t } = useTranslation('invoices');
  return (
    <thead>
      <tr>
        <th scope="col" className={classes.check}>
          {pageCheckbox}
        </th>
        <th scope="col" className={classes.number}>
          {t('list.number')}
        </th>
        <th scope="col" className={classes.type}>
          {t('list.type')}
        </th>
        <th scope="col" className={classes.order}>
          {t('list.order')}
        </th>
        <th scope="col" className={classes.customer}>
          {t('list.customer')}
        </th>
        <th scope="col" className={classes.date}>
          {t('list.date')}
        </th>
        <th scope="col" className={classes.total} data-end>
          {t('list.total')}
        </th>
        <th scope="col" className={classes.payment}>
          {t('list.payment')}
        </th>
        <th scope="col" className={classes.sent}>
          {t('list.lastSent')}
        </th>
        <th scope="col" className={classes.action}>
          <span className="visually-hidden">{t('list.actions')}</span>
        </th>
      </tr>
    </thead>
  );
}
