import ArrowLeft01Icon from '@hugeicons/core-free-icons/ArrowLeft01Icon';
import { useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { paths } from '../../../contract/pagePaths.ts';
import classes from '../../components/BackLink.module.css';
import { Icon } from '../../components/Icon.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';

/** Back to the list with its filters, page and scroll position. */
export function BackToList() {
  const { t } = useTranslation('invoices');
  const { state } = useLocation();
  const navigate = useNavigate();
  const router = useRouter();

  function onClick(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (state.list === undefined) void navigate({ to: paths.invoices });
    else router.history.go(state.list.index - state.__TSR_index);
  }

  return (
    <a href={state.list?.href ?? paths.invoices} className={classes.back} onClick={onClick}>
      <Icon icon={ArrowLeft01Icon} pointing />
      {t('detail.backToList')}
    </a>
  );
}
