import { Link } from '@tanstack/react-router';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { paths } from '../paths.ts';
import { buttonClass } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

export function InvoiceNotFound() {
  const { t } = useTranslation('invoices');
  return (
    <Card>
      <EmptyState
        title={t('detail.missingTitle')}
        sentence={t('detail.missingSentence')}
        action={
          <Link to={paths.invoices} className={buttonClass()}>
            {t('detail.back')}
          </Link>
        }
      />
    </Card>
  );
}
