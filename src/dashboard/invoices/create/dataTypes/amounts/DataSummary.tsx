import { memo, useDeferredValue } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { Fact } from '../../../../components/Fact.tsx';
import { MoneyText } from '../../../../components/MoneyText.tsx';
import { useLayout } from '../../../../host/Host.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useTranslation } from '../../../../i18n/useTranslation.tsx';
import { compareUnits } from '../../../detail/invoiceSums.ts';
import { toMinorUnits } from '../../../detail/minorUnits.ts';
import { SumCheckMark } from '../../../detail/SumCheckMark.tsx';
import classes from '../../CreateSummary.module.css';
import type { CreateFormValues } from '../../createForm.ts';
import { EnteredText } from '../../fields/EnteredText.tsx';
import type { DataTypeProps } from '../dataTypes.tsx';
import { parseAmounts } from './amountFields.ts';
import { type EnteredAmounts, sumAmounts } from './expectedAmounts.ts';
import { toOrderCurrency } from './prefill.ts';

export function InvoiceNumberSummary({ type }: DataTypeProps) {
  const { t } = useTranslation('createFields');
  const { control } = useFormContext<CreateFormValues>();
  const number = useWatch({ control, name: 'invoiceNumber' });
  return (
    <Fact label={t(`numbers.${type}`)}>
      <EnteredText text={number.trim()} />
    </Fact>
  );
}

/** The entered amounts, and whether they add up to the total. Deferred, so that typing is painted first. */
export function AmountsSummary({ order }: DataTypeProps) {
  const currency = toOrderCurrency(order);
  const { control } = useFormContext<CreateFormValues>();
  const newest = useWatch({
    control,
    compute: (values: CreateFormValues) => parseAmounts(values, currency),
  });
  const entered = useDeferredValue(newest);
  return <Amounts entered={entered} currency={currency} />;
}

interface AmountsProps {
  entered: EnteredAmounts;
  currency: string;
}

const Amounts = memo(function Amounts({ entered, currency }: AmountsProps) {
  const { t } = useTranslation('createFields');
  const { language } = useLayout();
  const money = (amount: number | null) => (amount === null ? null : { amount, currency });
  const sum = sumAmounts(entered, currency);
  const percent = entered.tax === null ? null : formatNumber(entered.tax, language);
  const total = money(entered.total);
  return (
    <>
      <dl className={classes.amounts}>
        {(['subTotal', 'shippingCost', 'cashOnDeliveryCost'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`labels.${name}`)}</dt>
            <dd>
              <MoneyText money={money(entered[name])} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{percent === null ? t('summary.vat') : t('summary.vatRate', { percent })}</dt>
          <dd>
            <MoneyText money={money(entered.taxValue)} />
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
        <SumCheckMark check={compareUnits(toMinorUnits(total), sum, currency)} />
      )}
    </>
  );
});
