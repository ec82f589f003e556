import type { ReactNode } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import { maximumAmount } from '../../../../contract/createInvoice.ts';
import { currencyDigits } from '../../../../contract/currencyDigits.ts';
import { CurrencySign } from '../../../components/CurrencySign.tsx';
import { TextField } from '../../../components/form/TextField.tsx';
import { useTranslation } from '../../../i18n/useTranslation.tsx';
import type { CreateFormValues } from '../createForm.ts';
import { type AmountField, percentDigits, unitOf } from './amountFields.ts';
import { amountText, percentText, readAmountText } from './amountText.ts';
import { useFieldError } from './useFieldError.tsx';
import { useTextInput } from './useTextInput.ts';

interface AmountInputProps {
  name: AmountField;
  currency: string;
  /** Said where the person changed what was filled in. */
  said: ReactNode;
  /** What may be wrong with what is typed. */
  hint: ReactNode;
}

/** An amount, or the percent. What was understood stands there once it is left: `١٢٫٥` becomes `12.50`. */
export function AmountInput({ name, currency, said, hint }: AmountInputProps) {
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
      help={dirtyFields[name] && said ? said : help}
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

/** The number as the form writes it; what is none, or will be refused, as it was typed. */
function tidied(typed: string, name: AmountField, currency: string): string {
  const read = readAmountText(typed, unitOf(name, currency));
  const isPercent = name === 'tax';
  const digits = isPercent ? percentDigits : currencyDigits(currency);
  if (read === null || Math.abs(read.value) > maximumAmount) return typed;
  if (read.decimals > digits) return typed;
  return isPercent ? percentText(read.value) : amountText(read.value, digits);
}
