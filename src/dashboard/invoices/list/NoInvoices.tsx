import { Link, useLocation } from '@tanstack/react-router';
import { paths } from '../../../contract/pagePaths.ts';
import { Button, buttonClass } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { readNewInvoiceSearch } from '../../paths.ts';
import { toListHistory } from '../listHistory.ts';
import { activeFilters, type InvoiceFilter, withoutFilter } from './invoiceFilters.ts';
import type { InvoiceListState } from './useInvoiceListSearch.ts';

/** Says why the list is empty, with buttons that remove the filters. */
export function NoInvoices({ search, change }: InvoiceListState) {
  const { t } = useTranslation('invoices');
  const location = useLocation();
  if (search.page !== undefined) {
    return (
      <EmptyState
        title={t('list.empty.page.title')}
        sentence={t('list.empty.page.sentence')}
        action={<Button onClick={() => change({})}>{t('list.firstPage')}</Button>}
      />
    );
  }
  const filters = activeFilters(search);
  const reason = filters.length > 1 ? 'several' : (filters[0] ?? 'none');
  const removeFilter = (filter: InvoiceFilter) => (
    <Button key={filter} onClick={() => change(withoutFilter(filter))}>
      {t(`list.without.${filter}`)}
    </Button>
  );
  return (
    <EmptyState
      title={t(`list.empty.${reason}.title`)}
      sentence={t(`list.empty.${reason}.sentence`)}
      action={
        <>
          {reason === 'order' ? (
            <Link
              to={paths.newInvoice}
              search={readNewInvoiceSearch({ orderId: search.orderId })}
              state={toListHistory(location)}
              className={buttonClass()}
            >
              {t('list.createOfOrder')}
            </Link>
          ) : null}
          {filters.map(removeFilter)}
        </>
      }
    />
  );
}
