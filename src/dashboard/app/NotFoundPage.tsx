import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { paths } from '../../contract/pagePaths.ts';
import { buttonClass } from '../components/Button.tsx';
import { FullPage } from '../components/FullPage.tsx';
import { useHost, usePageTitle } from '../host/Host.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';

/** An address that names no page. */
export function NotFoundPage() {
  const { t } = useTranslation();
  const host = useHost();
  usePageTitle(t('notFound.title'));
  useEffect(() => host.ready(), [host]);
  return (
    <FullPage title={t('notFound.title')} sentence={t('notFound.sentence')}>
      <Link to={paths.invoices} className={buttonClass('filled')}>
        {t('actions.toInvoices')}
      </Link>
    </FullPage>
  );
}
