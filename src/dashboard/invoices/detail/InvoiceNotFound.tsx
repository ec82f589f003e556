import { Link } from '@tanstack/react-router';
import { paths } from '../../../contract/pagePaths.ts';
import { buttonClass } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';

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
