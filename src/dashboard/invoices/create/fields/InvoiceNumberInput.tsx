import type { FocusEvent } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from '../../../i18n/useTranslation.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import type { CreateFormValues } from '../createForm.ts';
import { useFieldError } from './useFieldError.tsx';
import { westernDigits } from './westernDigits.ts';

/** The number of the store's own system. Its digits are western once it is left, as Salla and the invoice have them. */
export function InvoiceNumberInput() {
  const { t } = useTranslation('createFields');
  const { register, setValue } = useFormContext<CreateFormValues>();
  const error = useFieldError('invoiceNumber');
  const input = register('invoiceNumber');

  function onBlur(event: FocusEvent<HTMLInputElement>) {
    const typed = event.target.value;
    const western = westernDigits(typed).trim();
    if (western !== typed) setValue('invoiceNumber', western, { shouldDirty: true });
    void input.onBlur(event);
  }

  return (
    <TextField
      {...input}
      onBlur={onBlur}
      label={t('labels.invoiceNumber')}
      help={t('help.invoiceNumber')}
      error={error}
      dir="auto"
      autoComplete="off"
      spellCheck={false}
    />
  );
}
