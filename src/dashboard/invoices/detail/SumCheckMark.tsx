import Alert02Icon from '@hugeicons/core-free-icons/Alert02Icon';
import CheckmarkCircle02Icon from '@hugeicons/core-free-icons/CheckmarkCircle02Icon';
import HelpCircleIcon from '@hugeicons/core-free-icons/HelpCircleIcon';
import { Icon } from '../../components/Icon.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './InvoiceTotals.module.css';
import type { SumCheck } from './invoiceSums.ts';

/** The result of a sum check: a check mark, the expected amount, or why it is unknown. */
export function SumCheckMark({ check }: { check: SumCheck }) {
  const { t } = useTranslation('invoices');
  const { language } = useLayout();
  if (check.outcome === 'adds_up') {
    return (
      <p className={`${classes.mark} ${classes.good}`} data-screen>
        <Icon icon={CheckmarkCircle02Icon} />
        {t('totals.addsUp')}
      </p>
    );
  }
  if (check.outcome === 'differs') {
    return (
      <p className={`${classes.mark} ${classes.warning}`} data-screen>
        <Icon icon={Alert02Icon} />
        <span>
          {t('totals.differsBy')} <MoneyText money={check.expected} /> ({t('totals.difference')}{' '}
          <MoneyText money={check.difference} />)
        </span>
      </p>
    );
  }
  const named = check.missing.flatMap((name) =>
    name === 'oneCurrency' ? [] : [t(`totals.missing.${name}`)],
  );
  const missing = new Intl.ListFormat(language, { type: 'conjunction' }).format(named);
  return (
    <p className={`${classes.mark} ${classes.unknown}`} data-screen>
      <Icon icon={HelpCircleIcon} />
      <span>
        {named.length === 0 ? t('totals.unknownCurrency') : t('totals.unknown', { missing })}
      </span>
    </p>
  );
}
