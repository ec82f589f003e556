import { useTranslation } from '../../../i18n/useTranslation.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { useFieldError } from './useFieldError.tsx';
import { useTextInput } from './useTextInput.ts';
import { westernDigits } from './westernDigits.ts';

/** The number of the store's own system. Its digits are western once it is left, as Salla and the invoice have them. */
export function InvoiceNumberInput() {
  const { t } = useTranslation('createFields');
  const error = useFieldError('invoiceNumber');
  const input = useTextInput('invoiceNumber', (typed) => westernDigits(typed).trim());
  return (
    <TextField
      {...input}
      label={t('labels.invoiceNumber')}
      help={t('help.invoiceNumber')}
      error={error}
      dir="auto"
      autoComplete="off"
      spellCheck={false}
    />
  );
}
