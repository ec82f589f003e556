import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { paths } from '../../../contract/pagePaths.ts';
import { invoiceQueries } from '../../api/invoiceQueries.ts';
import { DataAge } from '../../components/DataAge.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { BackToList } from './BackToList.tsx';
import { InvoiceNotFound } from './InvoiceNotFound.tsx';
import { InvoiceSkeleton } from './InvoiceSkeleton.tsx';
import { InvoiceView } from './InvoiceView.tsx';

/** `/invoices/:id`: one invoice as a document, its QR code read, its deliveries told. */
export function InvoiceDetailPage() {
  const { t } = useTranslation('invoices');
  const { invoiceId } = useParams({ from: paths.invoice });
  const invoice = useQuery(invoiceQueries.detail(invoiceId));
  const number = invoice.data?.number ?? null;
  const kind = invoice.data?.type === 'credit_note' ? 'creditNote' : 'title';
  return (
    <>
      <BackToList />
      <PageHeading
        title={number === null ? t(`detail.${kind}Unknown`) : t(`detail.${kind}`, { number })}
      />
      <QueryState query={invoice} skeleton={<InvoiceSkeleton />} missing={<InvoiceNotFound />}>
        {(data) => (
          <>
            <InvoiceView invoice={data} />
            <DataAge asOf={data.asOf} />
          </>
        )}
      </QueryState>
    </>
  );
}
