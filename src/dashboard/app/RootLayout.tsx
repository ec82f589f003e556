import { Outlet, useLocation } from '@tanstack/react-router';
import { paths } from '../../contract/pagePaths.ts';
import { useHost } from '../host/Host.ts';
import { useSession } from '../host/SessionContext.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { SelectionProvider } from '../invoices/selection/SelectionProvider.tsx';
import { HostPages } from './HostPages.tsx';
import { KeyList } from './KeyList.tsx';
import { NewInvoiceKey } from './NewInvoiceKey.tsx';
import { OfflineBanner } from './OfflineBanner.tsx';
import { PressAgain } from './PressAgain.tsx';
import { ReturnAfterSignIn } from './ReturnAfterSignIn.tsx';
import classes from './RootLayout.module.css';
import { SignInPage } from './SignInPage.tsx';
import { TabBar } from './TabBar.tsx';
import { UnansweredBanner } from './UnansweredBanner.tsx';
import { useFocusOnNavigation } from './useFocusOnNavigation.ts';

/** Around every page: a slim bar in a tab, nothing at all in Salla's frame. */
export function RootLayout() {
  const { t } = useTranslation();
  const { kind } = useHost();
  const session = useSession();
  const { pathname } = useLocation();
  const main = useFocusOnNavigation();
  if (session.state !== 'open') return <SignInPage />;
  if (pathname === paths.signIn) return <ReturnAfterSignIn />;
  return (
    <>
      <a href="#content" className={classes.skip}>
        {t('skipToContent')}
      </a>
      {kind === 'tab' ? <TabBar storeName={session.session.store.name} /> : <HostPages />}
      <main id="content" ref={main} tabIndex={-1} className={classes.content} data-host={kind}>
        <OfflineBanner />
        <UnansweredBanner />
        <SelectionProvider>
          <Outlet />
        </SelectionProvider>
      </main>
      <KeyList />
      <NewInvoiceKey />
      <PressAgain />
    </>
  );
}
