import { Link, useLocation } from '@tanstack/react-router';
import { paths } from '../../../contract/pagePaths.ts';
import { Button, buttonClass } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { readNewInvoiceSearch } from '../../paths.ts';
import { fromList } from '../listEntry.ts';
import type { InvoiceListState } from './useInvoiceListSearch.ts';

/** Why the list is empty, and what widens it. */
export function NoInvoices({ search, change }: InvoiceListState) {
  const { t } = useTranslation('invoices');
  const location = useLocation();
  const hasDays = search.from !== undefined || search.to !== undefined;
  const hasOrder = search.orderId !== undefined;
  if (search.page !== undefined) {
    return (
      <EmptyState
        title={t('list.emptyPageTitle')}
        sentence={t('list.emptyPageSentence')}
        action={<Button onClick={() => change({})}>{t('list.firstPage')}</Button>}
      />
    );
  }
  const reason = hasDays && hasOrder ? 'Both' : hasDays ? 'Dates' : hasOrder ? 'Order' : '';
  return (
    <EmptyState
      title={t(`list.empty${reason}Title`)}
      sentence={t(`list.empty${reason}Sentence`)}
      action={
        <>
          {hasDays ? (
            <Button onClick={() => change({ from: undefined, to: undefined })}>
              {t('list.allDates')}
            </Button>
          ) : null}
          {reason === 'Order' ? (
            <Link
              to={paths.newInvoice}
              search={readNewInvoiceSearch({ orderId: search.orderId })}
              state={fromList(location)}
              className={buttonClass()}
            >
              {t('list.createOfOrder')}
            </Link>
          ) : null}
          {hasOrder ? (
            <Button onClick={() => change({ orderId: undefined })}>{t('list.allOrders')}</Button>
          ) : null}
        </>
      }
    />
  );
}
