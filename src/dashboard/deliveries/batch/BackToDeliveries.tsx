import ArrowLeft01Icon from '@hugeicons/core-free-icons/ArrowLeft01Icon';
import { Link } from '@tanstack/react-router';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { paths } from '../../paths.ts';
import classes from '../../ui/BackLink.module.css';
import { Icon } from '../../ui/Icon.tsx';

export function BackToDeliveries() {
  const { t } = useTranslation('batches');
  return (
    <Link to={paths.deliveries} className={classes.back}>
      <Icon icon={ArrowLeft01Icon} pointing />
      {t('page.back')}
    </Link>
  );
}
