import { useLocation } from '@tanstack/react-router';
import { endpoints } from '../../contract/endpoints.ts';
import { paths } from '../../contract/pagePaths.ts';
import { buttonClass } from '../components/Button.tsx';
import { EmptyDrawing } from '../components/EmptyDrawing.tsx';
import { usePageTitle } from '../host/Host.ts';
import { useSession } from '../host/SessionContext.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { readSignInSearch } from '../paths.ts';
import { LanguageButton } from './LanguageButton.tsx';
import classes from './SignInPage.module.css';

/** Shown at `/sign-in`, and in place of any page while nobody is signed in; it keeps the address. */
export function SignInPage() {
  const { t } = useTranslation();
  const session = useSession();
  const { pathname, href, search } = useLocation();
  const asked = readSignInSearch(search);
  const returnTo = pathname === paths.signIn ? (asked.returnTo ?? paths.invoices) : href;
  usePageTitle(t('signIn.title'));
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <EmptyDrawing />
        <h1>{t('product')}</h1>
        <p className="muted">{t('signIn.sentence')}</p>
        {session.state === 'ended' ? <p role="status">{t('signIn.ended')}</p> : null}
        {asked.problem === undefined ? null : (
          <p role="alert" className={classes.failed}>
            {t('signIn.failed')}
          </p>
        )}
        <a className={buttonClass('filled')} href={endpoints.login({ returnTo }).path}>
          {t('signIn.button')}
        </a>
        <LanguageButton />
      </div>
    </main>
  );
}
