import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { invoiceQueries } from '../../api/invoiceQueries.ts';
import { PageHeading } from '../../components/PageHeading.tsx';
import { ResendProvider } from '../../deliveries/resend/ResendButton.tsx';
import { useLayout } from '../../host/Host.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { readNewInvoiceSearch, withPaging } from '../../paths.ts';
import { NewInvoiceLink } from '../NewInvoiceLink.tsx';
import { InvoiceFilters } from './InvoiceFilters.tsx';
import { InvoiceListCard } from './InvoiceListCard.tsx';
import { useInvoiceListSearch } from './useInvoiceListSearch.ts';

/** `/invoices`: find invoices and resend them. */
export function InvoiceListPage() {
  const { t } = useTranslation('invoices');
  const { language } = useLayout();
  const list = useInvoiceListSearch();
  const { search } = list;
  const [chosenOrder, setChosenOrder] = useState(false);
  const ofOrder = readNewInvoiceSearch({ orderId: search.orderId });
  const invoices = useQuery(invoiceQueries.list(withPaging(search)));
  const count = invoices.data?.page.totalItems;
  return (
    <ResendProvider deliveries={invoices.data?.data.map((row) => row.lastDelivery) ?? []}>
      {(resender) => (
        <>
          <PageHeading title={t('title')}>
            {count === undefined ? null : (
              <span className="muted">
                {t('list.count', { count, n: formatNumber(count, language) })}
              </span>
            )}
            <NewInvoiceLink search={ofOrder} />
          </PageHeading>
          <InvoiceFilters {...list} onOrderChosen={() => setChosenOrder(true)} />
          <InvoiceListCard
            list={list}
            invoices={invoices}
            resender={resender}
            takesFocus={chosenOrder && search.orderId !== undefined}
            onFocusTaken={() => setChosenOrder(false)}
          />
        </>
      )}
    </ResendProvider>
  );
}
