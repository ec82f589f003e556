import type { ReactNode } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import { maximumAmount } from '../../../../../contract/createInvoice.ts';
import { currencyDigits } from '../../../../../contract/currencyDigits.ts';
import { CurrencySign } from '../../../../components/CurrencySign.tsx';
import { TextField } from '../../../../components/form/TextField.tsx';
import { useTranslation } from '../../../../i18n/useTranslation.tsx';
import type { CreateFormValues } from '../../createForm.ts';
import { useFieldError } from '../../fields/useFieldError.tsx';
import { useTextInput } from '../../fields/useTextInput.ts';
import { type AmountField, percentDigits, toUnit } from './amountFields.ts';
import { formatAmount, formatPercent, parseAmount } from './amountText.ts';

interface AmountInputProps {
  name: AmountField;
  currency: string;
  /** The prefilled value, shown once it was changed. */
  prefilled: ReactNode;
  /** Warnings about the typed value. */
  hint: ReactNode;
}

/** An amount or percent input. On blur the parsed value is written back: `١٢٫٥` becomes `12.50`. */
export function AmountInput({ name, currency, prefilled, hint }: AmountInputProps) {
  const { t } = useTranslation('createFields');
  const { control } = useFormContext<CreateFormValues>();
  const { dirtyFields } = useFormState({ control, name, exact: true });
  const error = useFieldError(name, currency);
  const isPercent = name === 'tax';
  const input = useTextInput(name, (typed) => tidied(typed, name, currency));
  const help = name === 'tax' || name === 'taxValue' || name === 'total' ? null : t(`help.${name}`);
  return (
    <TextField
      {...input}
      label={t(`labels.${name}`)}
      help={dirtyFields[name] && prefilled ? prefilled : help}
      error={error}
      hint={hint}
      before={isPercent ? undefined : <CurrencySign currency={currency} />}
      after={isPercent ? t('percent') : undefined}
      numeric
      length={isPercent ? 'short' : 'medium'}
      inputMode="decimal"
      autoComplete="off"
    />
  );
}

/** The parsed number formatted for the input; the text unchanged if it is no valid amount. */
function tidied(typed: string, name: AmountField, currency: string): string {
  const read = parseAmount(typed, toUnit(name, currency));
  const isPercent = name === 'tax';
  const digits = isPercent ? percentDigits : currencyDigits(currency);
  if (read === null || Math.abs(read.value) > maximumAmount) return typed;
  if (read.decimals > digits) return typed;
  return isPercent ? formatPercent(read.value) : formatAmount(read.value, digits);
}
