import type { Money } from '../../contract/common.ts';
import { useLayout } from '../host/Host.ts';
import { currencyDigits, formatNumber } from '../i18n/format.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { MissingText } from './MissingText.tsx';
import classes from './MoneyText.module.css';

/**
 * An amount. The riyal sign stands left of the number in either language; no font has it yet, so it is
 * drawn, with its letters for screen readers and copying. Other currencies go by their code.
 */
export function MoneyText({ money }: { money: Money | null }) {
  const { language } = useLayout();
  const { t } = useTranslation();
  if (money === null) return <MissingText />;
  const isRiyal = money.currency === 'SAR';
  return (
    <bdi dir="ltr" className={classes.money}>
      {isRiyal ? <span className={classes.sign}>{t('money.riyal')} </span> : `${money.currency} `}
      {formatNumber(money.amount, language, currencyDigits(money.currency))}
    </bdi>
  );
}
