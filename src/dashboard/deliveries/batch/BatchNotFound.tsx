import { Link } from '@tanstack/react-router';
import { paths } from '../../../contract/pagePaths.ts';
import { buttonClass } from '../../components/Button.tsx';
import { NotFoundCard } from '../../components/NotFoundCard.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';

export function BatchNotFound() {
  const { t } = useTranslation('batches');
  return (
    <NotFoundCard
      title={t('page.missingTitle')}
      sentence={t('page.missingSentence')}
      action={
        <Link to={paths.deliveries} className={buttonClass()}>
          {t('page.back')}
        </Link>
      }
    />
  );
}
