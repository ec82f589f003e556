import { Link } from '@tanstack/react-router';
import { paths } from '../../contract/pagePaths.ts';
import { Isolate } from '../components/Isolate.tsx';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { LanguageButton } from './LanguageButton.tsx';
import { SignOutButton } from './SignOutButton.tsx';
import classes from './TabBar.module.css';
import { ThemeButton } from './ThemeButton.tsx';

/** The slim bar of a tab: the store, the pages, and what a person may choose. */
export function TabBar({ storeName }: { storeName: string | null }) {
  const { t } = useTranslation();
  return (
    <header className={classes.bar}>
      <span className={classes.store}>
        <Isolate cut>{storeName ?? t('product')}</Isolate>
      </span>
      <nav className={classes.pages} aria-label={t('navigation.label')}>
        <Link to={paths.invoices}>{t('navigation.invoices')}</Link>
        <Link to={paths.deliveries}>{t('navigation.deliveries')}</Link>
      </nav>
      <div className={classes.choices}>
        <ThemeButton />
        <LanguageButton />
        <SignOutButton />
      </div>
    </header>
  );
}
