import { useTranslation } from '../i18n/useTranslation.tsx';
import classes from './CurrencySign.module.css';

/**
 * What stands left of an amount in either language. No font has the riyal sign yet, so it is drawn, with its
 * letters for screen readers and copying. Other currencies go by their code.
 */
export function CurrencySign({ currency }: { currency: string }) {
  const { t } = useTranslation();
  if (currency !== 'SAR') return `${currency} `;
  return <span className={classes.sign}>{t('money.riyal')} </span>;
}
