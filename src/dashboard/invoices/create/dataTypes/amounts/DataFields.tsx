import InformationCircleIcon from '@hugeicons/core-free-icons/InformationCircleIcon';
import type { CreatableType } from '../../../../../contract/invoiceTypes.ts';
import { TextField } from '../../../../components/form/TextField.tsx';
import { Icon } from '../../../../components/Icon.tsx';
import { MoneyText } from '../../../../components/MoneyText.tsx';
import { useTranslation } from '../../../../i18n/useTranslation.tsx';
import { normalizeInvoiceNumber } from '../../fields/createResolver.ts';
import { useFieldError } from '../../fields/useFieldError.tsx';
import { useTextInput } from '../../fields/useTextInput.ts';
import type { DataTypeProps } from '../dataTypes.tsx';
import { AmountHints } from './AmountHints.tsx';
import { AmountInput } from './AmountInput.tsx';
import { toAmountReference } from './amountChecks.ts';
import { type AmountField, parseAmounts } from './amountFields.ts';
import classes from './DataFields.module.css';
import { type Prefill, toPrefill } from './prefill.ts';

/** The store's own invoice number and amounts: prefilled, with warnings while typing. */
export function DataFields({ type, order, source }: DataTypeProps) {
  const { t } = useTranslation('createFields');
  const reference = toAmountReference(order, source);
  const { currency } = reference;
  const filled = toPrefill(order, source);
  const entered = parseAmounts(filled.texts, currency);
  const prefilled = (name: AmountField) => {
    const value = entered[name];
    if (value === null) return null;
    return (
      <>
        {t(`said.${filled.from}`)}{' '}
        {name === 'tax' ? (
          <bdi>{t('check.percent', { percent: value })}</bdi>
        ) : (
          <MoneyText money={{ amount: value, currency }} />
        )}
      </>
    );
  };
  const of = (name: AmountField) => ({
    name,
    currency,
    prefilled: prefilled(name),
    hint: <AmountHints name={name} reference={reference} />,
  });
  return (
    <div className={classes.fields}>
      <FilledFrom filled={filled} />
      <InvoiceNumberInput type={type} />
      <AmountInput {...of('subTotal')} />
      <AmountInput {...of('shippingCost')} />
      <AmountInput {...of('cashOnDeliveryCost')} />
      <AmountInput {...of('tax')} />
      <AmountInput {...of('taxValue')} />
      <AmountInput {...of('total')} />
    </div>
  );
}

function FilledFrom({ filled: { from, texts, deductions } }: { filled: Prefill }) {
  const { t } = useTranslation('createFields');
  const said = Object.keys(texts).length > 0;
  return (
    <div className={classes.note}>
      <Icon icon={InformationCircleIcon} />
      <div>
        <p>{t(said ? `filledFrom.${from}` : 'filledFrom.nothing')}</p>
        {(['goods', 'shipping'] as const).map((part) =>
          deductions[part] === null ? null : (
            <p key={part}>
              {t(`deductions.${part}`)} <MoneyText money={deductions[part]} />
            </p>
          ),
        )}
      </div>
    </div>
  );
}

/** The invoice number of the store's own system. On blur its digits become western, as Salla prints them. */
function InvoiceNumberInput({ type }: { type: CreatableType }) {
  const { t } = useTranslation('createFields');
  const error = useFieldError('invoiceNumber');
  const input = useTextInput('invoiceNumber', normalizeInvoiceNumber);
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
