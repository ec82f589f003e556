import { useLayout } from '../../host/Host.ts';
import type { invoices as words } from '../../i18n/en/invoices.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './InvoiceView.module.css';

/** A label of the document; printed with the other language beside it. */
export function DocumentLabel({ name }: { name: keyof (typeof words)['document'] }) {
  const { t } = useTranslation('invoices');
  const { language } = useLayout();
  return (
    <>
      {t(`document.${name}`)}
      <span className={classes.beside} lang={language === 'ar' ? 'en' : 'ar'}>
        <bdi>{t(`documentBeside.${name}`)}</bdi>
      </span>
    </>
  );
}
