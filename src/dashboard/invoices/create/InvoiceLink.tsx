import { Link } from '@tanstack/react-router';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { paths } from '../../../contract/pagePaths.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';

type Linked = Pick<InvoiceSummary, 'id' | 'type' | 'number'>;

/** A link to an invoice, named by type and number. */
export function InvoiceLink({ invoice }: { invoice: Linked }) {
  const { t } = useTranslation('create');
  const { id, type, number } = invoice;
  return (
    <Link to={paths.invoice} params={{ invoiceId: id }} className="nowrap">
      {t(`order.invoice.${type}`)}
      {number === null ? null : (
        <>
          {' '}
          <bdi>{number}</bdi>
        </>
      )}
    </Link>
  );
}
