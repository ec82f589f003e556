import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { maximumAmount } from '../../../../../contract/createInvoice.ts';
import { currencyDigits } from '../../../../../contract/currencyDigits.ts';
import { Button } from '../../../../components/Button.tsx';
import { FieldMessage } from '../../../../components/form/FieldMessage.tsx';
import { MoneyText } from '../../../../components/MoneyText.tsx';
import { useLayout } from '../../../../host/Host.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useTranslation } from '../../../../i18n/useTranslation.tsx';
import type { CreateFormValues } from '../../createForm.ts';
import { type AmountReference, findExceededCredit, findIntendedPercent } from './amountChecks.ts';
import { type AmountField, parseAmounts } from './amountFields.ts';
import { formatAmount, formatPercent, parseGroupedAmount } from './amountText.ts';
import classes from './DataFields.module.css';
import { findExpectedAmounts } from './expectedAmounts.ts';
import { useSettledValue } from './useSettledValue.ts';

interface AmountHintProps {
  name: AmountField;
  reference: AmountReference;
}

/** Warnings below an amount, each with a suggested value. They don't block: the store's records decide. */
export function AmountHints({ name, reference }: AmountHintProps) {
  return (
    <>
      <IntendedValueHint name={name} reference={reference} />
      {reference.corrected === null || name === 'tax' ? null : (
        <CreditHint name={name} reference={reference} />
      )}
      {name === 'taxValue' || name === 'total' ? (
        <SumHint name={name} reference={reference} />
      ) : null}
    </>
  );
}

/** The intended value of a number with thousands separators, or of a rate below 1. */
function IntendedValueHint({ name, reference: { currency } }: AmountHintProps) {
  const { t } = useTranslation('createFields');
  const meant = useSettledValue((values) =>
    name === 'tax'
      ? findIntendedPercent(parseAmounts(values, currency))
      : findIntendedAmount(values[name], currency),
  );
  if (meant === null) return null;
  return (
    <SuggestedAmount name={name} value={meant} currency={currency} tone="warning">
      {t('check.meant')}{' '}
      {name === 'tax' ? (
        <bdi>{t('check.percent', { percent: meant })}</bdi>
      ) : (
        <MoneyText money={{ amount: meant, currency }} />
      )}
    </SuggestedAmount>
  );
}

function findIntendedAmount(typed: CreateFormValues[AmountField], currency: string): number | null {
  const read = parseGroupedAmount(typed, currency);
  if (read === null || read.value < 0 || read.value > maximumAmount) return null;
  return read.decimals > currencyDigits(currency) ? null : read.value;
}

/** A credit note can't exceed the invoice's amount. */
function CreditHint({ name, reference }: AmountHintProps) {
  const { t } = useTranslation('createFields');
  const most = useSettledValue((values) =>
    findExceededCredit(name, parseAmounts(values, reference.currency), reference),
  );
  if (most === null) return null;
  return (
    <SuggestedAmount name={name} value={most.amount} currency={most.currency} tone="warning">
      {t('check.credited')} <MoneyText money={most} />
    </SuggestedAmount>
  );
}

/** The value that follows from the other amounts, if it differs. */
function SumHint({ name, reference }: AmountHintProps & { name: 'taxValue' | 'total' }) {
  const { t } = useTranslation('createFields');
  const { currency, taxed } = reference;
  const suggestion = useSettledValue(
    (values) => findExpectedAmounts(parseAmounts(values, currency), taxed, currency)[name],
  );
  if (suggestion === null) return null;
  const { expected, differs } = suggestion;
  return (
    <SuggestedAmount
      name={name}
      value={expected.amount}
      currency={currency}
      tone={differs ? 'warning' : 'help'}
    >
      {t(`check.${name}`)} <MoneyText money={expected} />
    </SuggestedAmount>
  );
}

interface SuggestedAmountProps {
  name: AmountField;
  value: number;
  currency: string;
  tone: 'help' | 'warning';
  /** The reason for the suggestion. */
  children: ReactNode;
}

/** A suggested amount with a button that applies it. */
function SuggestedAmount({ name, value, currency, tone, children }: SuggestedAmountProps) {
  const { t } = useTranslation('createFields');
  const { language } = useLayout();
  const { setValue, setFocus } = useFormContext<CreateFormValues>();
  const digits = currencyDigits(currency);
  const isPercent = name === 'tax';
  const amount = isPercent ? formatPercent(value) : formatNumber(value, language, digits);

  function use() {
    const text = isPercent ? formatPercent(value) : formatAmount(value, digits);
    setValue(name, text, { shouldDirty: true, shouldTouch: true, shouldValidate: true });
    setFocus(name);
  }

  return (
    <div className={classes.hint}>
      <FieldMessage tone={tone}>{children}</FieldMessage>
      <Button
        size="small"
        onClick={use}
        // Blur may insert a message above this button and move it away from the pointer.
        onMouseDown={(event) => event.preventDefault()}
        aria-label={t('check.useFor', { amount, field: t(`labels.${name}`) })}
      >
        {t('check.use', { amount })}
      </Button>
    </div>
  );
}
