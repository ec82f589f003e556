import InformationCircleIcon from '@hugeicons/core-free-icons/InformationCircleIcon';
import { currencyDigits } from '../../../../contract/currencyDigits.ts';
import type { Invoice } from '../../../../contract/invoice.ts';
import type { Order } from '../../../../contract/order.ts';
import { useTranslation } from '../../../i18n/useTranslation.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import { AmountInput } from './AmountInput.tsx';
import type { AmountField } from './amountFields.ts';
import { currencyOf } from './currencyOf.ts';
import classes from './DataFields.module.css';
import { InvoiceNumberInput } from './InvoiceNumberInput.tsx';
import { type Prefill, readPrefill } from './prefill.ts';
import { SumHint } from './SumHint.tsx';
import { taxedOf } from './taxedOf.ts';

interface DataFieldsProps {
  order: Order;
  /** The tax invoice that a credit note corrects. */
  source: Invoice | null;
}

/** The store's own number and amounts: filled in from the order, held against each other as one types. */
export function DataFields({ order, source }: DataFieldsProps) {
  const { t } = useTranslation('createFields');
  const currency = currencyOf(order);
  const digits = currencyDigits(currency);
  const filled = readPrefill(order, source);
  const said = (name: AmountField) =>
    filled.texts[name] === undefined ? null : (
      <>
        {t(`said.${filled.from}`)} <bdi className="tabular">{filled.texts[name]}</bdi>
      </>
    );
  const of = (name: AmountField) => ({ name, currency, said: said(name) });
  const sums = { currency, digits, taxed: taxedOf(order, source) };
  return (
    <div className={classes.fields}>
      <FilledFrom filled={filled} />
      <InvoiceNumberInput />
      <AmountInput {...of('subTotal')} />
      <AmountInput {...of('shippingCost')} />
      <AmountInput {...of('cashOnDeliveryCost')} />
      <AmountInput {...of('tax')} />
      <AmountInput {...of('taxValue')} hint={<SumHint name="taxValue" {...sums} />} />
      <AmountInput {...of('total')} hint={<SumHint name="total" {...sums} />} />
    </div>
  );
}

function FilledFrom({ filled: { from, texts, discount } }: { filled: Prefill }) {
  const { t } = useTranslation('createFields');
  const said = Object.keys(texts).length > 0;
  return (
    <div className={classes.note}>
      <Icon icon={InformationCircleIcon} />
      <div>
        <p>{t(said ? `filledFrom.${from}` : 'filledFrom.nothing')}</p>
        {discount === null ? null : (
          <p>
            {t('discount')} <MoneyText money={discount} />
          </p>
        )}
      </div>
    </div>
  );
}
