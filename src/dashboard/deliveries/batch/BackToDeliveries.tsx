import ArrowLeft01Icon from '@hugeicons/core-free-icons/ArrowLeft01Icon';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../contract/pagePaths.ts';
import classes from '../../components/BackLink.module.css';
import { Icon } from '../../components/Icon.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';

export function BackToDeliveries() {
  const { t } = useTranslation('batches');
  return (
    <Link to={paths.deliveries} className={classes.back}>
      <Icon icon={ArrowLeft01Icon} pointing />
      {t('page.back')}
    </Link>
  );
}
