import type { CreatableType } from '../../../../contract/invoiceTypes.ts';
import { TextField } from '../../../components/form/TextField.tsx';
import { useTranslation } from '../../../i18n/useTranslation.tsx';
import { plainNumber } from './plainNumber.ts';
import { useFieldError } from './useFieldError.tsx';
import { useTextInput } from './useTextInput.ts';

/** The number of the store's own system. Its digits are western once it is left, as Salla and the invoice have them. */
export function InvoiceNumberInput({ type }: { type: CreatableType }) {
  const { t } = useTranslation('createFields');
  const error = useFieldError('invoiceNumber');
  const input = useTextInput('invoiceNumber', plainNumber);
  return (
    <TextField
      {...input}
      label={t(`numbers.${type}`)}
      help={t('help.invoiceNumber')}
      error={error}
      dir="auto"
      autoComplete="off"
      spellCheck={false}
    />
  );
}
