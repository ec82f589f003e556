import type { ReactNode } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import { createRules } from '../../../../contract/createInvoice.ts';
import { useLayout } from '../../../host/Host.ts';
import { useTranslation } from '../../../i18n/useTranslation.tsx';
import { type CreateFormValues, refusedType } from '../createForm.ts';
import { Refusal } from '../Refusal.tsx';
import { type EnteredField, toRuleSentence } from './ruleSentence.ts';

/** The error of a field, by the contract or by Salla; undefined if it has none. */
export function useFieldError(name: EnteredField, currency = 'SAR'): ReactNode {
  const { t } = useTranslation('createFields');
  const { language } = useLayout();
  const { control, getValues } = useFormContext<CreateFormValues>();
  const { errors } = useFormState({ control, name, exact: true });
  const error = errors[name];
  if (error === undefined) return undefined;
  const message = String(error.message ?? '');
  if (error.type === refusedType) return <Refusal message={message} />;
  const rule = createRules.find((one) => one === message) ?? 'wrong_type';
  const fileBytes = getValues('file')?.size ?? 0;
  return toRuleSentence(name, rule, { t, language, currency, fileBytes });
}
