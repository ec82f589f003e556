import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { paths } from '../../../contract/pagePaths.ts';
import { invoiceQueries } from '../../api/invoiceQueries.ts';
import { buttonClass } from '../../components/Button.tsx';
import { DataAge } from '../../components/DataAge.tsx';
import { NotFoundCard } from '../../components/NotFoundCard.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { SkeletonCards } from '../../components/SkeletonCards.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { BackToList } from './BackToList.tsx';
import classes from './InvoiceView.module.css';
import { InvoiceView } from './InvoiceView.tsx';

/** `/invoices/:id`: one invoice as a document, with its QR code and its deliveries. */
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

const lines = ['one', 'two', 'three', 'four'];

function InvoiceSkeleton() {
  return (
    <div className={classes.columns}>
      <div className={classes.paper}>
        <p>
          <Skeleton width="220px" height="24px" />
        </p>
        {lines.map((line) => (
          <p key={line}>
            <Skeleton width="100%" height="28px" />
          </p>
        ))}
        <p>
          <Skeleton width="50%" height="120px" />
        </p>
      </div>
      <div className={classes.aside}>
        <SkeletonCards heights={[112, 320, 96]} />
      </div>
    </div>
  );
}

function InvoiceNotFound() {
  const { t } = useTranslation('invoices');
  return (
    <NotFoundCard
      title={t('detail.missingTitle')}
      sentence={t('detail.missingSentence')}
      action={
        <Link to={paths.invoices} className={buttonClass()}>
          {t('detail.back')}
        </Link>
      }
    />
  );
}
