import { memo, useDeferredValue } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { MoneyText } from '../../../components/MoneyText.tsx';
import { useLayout } from '../../../host/Host.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useTranslation } from '../../../i18n/useTranslation.tsx';
import { compareUnits } from '../../detail/invoiceSums.ts';
import { toMinorUnits } from '../../detail/minorUnits.ts';
import { SumMark } from '../../detail/SumMark.tsx';
import type { CreateFormValues } from '../createForm.ts';
import classes from './CreateSummary.module.css';
import { type Figures, sumOf } from './createSums.ts';
import { readFigures } from './readFigures.ts';

/** The amounts as they are typed, and whether they come to the total. What is typed itself is painted first. */
export function SummaryAmounts({ currency }: { currency: string }) {
  const { control } = useFormContext<CreateFormValues>();
  const newest = useWatch({
    control,
    compute: (values: CreateFormValues) => readFigures(values, currency),
  });
  const figures = useDeferredValue(newest);
  return <Amounts figures={figures} currency={currency} />;
}

interface AmountsProps {
  figures: Figures;
  currency: string;
}

const Amounts = memo(function Amounts({ figures, currency }: AmountsProps) {
  const { t } = useTranslation('createFields');
  const { language } = useLayout();
  const money = (amount: number | null) => (amount === null ? null : { amount, currency });
  const sum = sumOf(figures, currency);
  const percent = figures.tax === null ? null : formatNumber(figures.tax, language);
  const total = money(figures.total);
  return (
    <>
      <dl className={classes.amounts}>
        {(['subTotal', 'shippingCost', 'cashOnDeliveryCost'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`labels.${name}`)}</dt>
            <dd>
              <MoneyText money={money(figures[name])} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{percent === null ? t('summary.vat') : t('summary.vatRate', { percent })}</dt>
          <dd>
            <MoneyText money={money(figures.taxValue)} />
          </dd>
        </div>
        <div className={classes.total}>
          <dt>{t('labels.total')}</dt>
          <dd>
            <MoneyText money={total} />
          </dd>
        </div>
      </dl>
      {sum === null || total === null ? null : (
        <SumMark check={compareUnits(toMinorUnits(total), sum, currency)} />
      )}
    </>
  );
});
