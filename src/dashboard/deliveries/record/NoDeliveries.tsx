import { Link } from '@tanstack/react-router';
import { paths } from '../../../contract/pagePaths.ts';
import { Button, buttonClass } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import type { DeliveryListState } from './useDeliveryListSearch.ts';

/** Why the list is empty, and what helps. */
export function NoDeliveries({ search, change }: DeliveryListState) {
  const { t } = useTranslation('deliveries');
  const { perPage: _, ...narrowing } = search;
  if (Object.keys(narrowing).length === 0) {
    return (
      <EmptyState
        title={t('page.emptyTitle')}
        sentence={t('page.emptySentence')}
        action={
          <Link to={paths.invoices} className={buttonClass()}>
            {t('page.toInvoices')}
          </Link>
        }
      />
    );
  }
  const nothing = {
    batchId: undefined,
    orderId: undefined,
    invoiceId: undefined,
    state: undefined,
  };
  return (
    <EmptyState
      title={t('page.emptyFilteredTitle')}
      sentence={t('page.emptyFilteredSentence')}
      action={<Button onClick={() => change(nothing)}>{t('page.showAll')}</Button>}
    />
  );
}
