import { Link, useLocation, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { paths } from '../../contract/pagePaths.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { useEmbeddedHost } from './EmbeddedHostContext.ts';
import classes from './HostPages.module.css';

/**
 * The dashboard's pages among the host's own navigation; where the host takes none, quiet links in the
 * page lead there instead.
 */
export function HostPages() {
  const { t } = useTranslation();
  const host = useEmbeddedHost();
  const router = useRouter();
  const { pathname } = useLocation();
  const [refused, setRefused] = useState(false);
  const invoices = t('navigation.invoices');
  const deliveries = t('navigation.deliveries');
  const active = pathname.startsWith(paths.deliveries) ? paths.deliveries : paths.invoices;

  useEffect(() => {
    if (host === null) return;
    const pages = [
      { path: paths.invoices, title: invoices, active: active === paths.invoices },
      { path: paths.deliveries, title: deliveries, active: active === paths.deliveries },
    ];
    host.pages.offer(pages).then(
      () => setRefused(false),
      () => setRefused(true),
    );
  }, [host, invoices, deliveries, active]);
  useEffect(
    () => host?.pages.onChosen((path) => void router.navigate({ to: path })),
    [host, router],
  );

  if (!refused) return null;
  return (
    <nav className={classes.pages} aria-label={t('navigation.label')}>
      {active === paths.invoices ? (
        <Link to={paths.deliveries}>{deliveries}</Link>
      ) : (
        <Link to={paths.invoices}>{invoices}</Link>
      )}
    </nav>
  );
}
