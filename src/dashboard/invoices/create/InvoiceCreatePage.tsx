import { useTranslation } from '../../i18n/useTranslation.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';

/** `/invoices/new`: an invoice or a credit note for an order. */
export function InvoiceCreatePage() {
  const { t } = useTranslation('create');
  return <PageHeading title={t('title')} />;
}
