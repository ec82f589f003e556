import type { Money } from '../../contract/common.ts';
import { currencyDigits } from '../../contract/currencyDigits.ts';
import { useLayout } from '../host/Host.ts';
import { formatNumber } from '../i18n/format.ts';
import { CurrencySign } from './CurrencySign.tsx';
import { MissingText } from './MissingText.tsx';
import classes from './MoneyText.module.css';

/** An amount, its currency's sign left of the number in either language. */
export function MoneyText({ money }: { money: Money | null }) {
  const { language } = useLayout();
  if (money === null) return <MissingText />;
  return (
    <bdi dir="ltr" className={classes.money}>
      <CurrencySign currency={money.currency} />
      {formatNumber(money.amount, language, currencyDigits(money.currency))}
    </bdi>
  );
}
