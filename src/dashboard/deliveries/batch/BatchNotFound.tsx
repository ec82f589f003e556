import { Link } from '@tanstack/react-router';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { paths } from '../../paths.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

export function BatchNotFound() {
  const { t } = useTranslation('batches');
  return (
    <Card>
      <EmptyState
        title={t('page.missingTitle')}
        sentence={t('page.missingSentence')}
        action={
          <Link to={paths.deliveries} className={buttonClass()}>
            {t('page.back')}
          </Link>
        }
      />
    </Card>
  );
}
