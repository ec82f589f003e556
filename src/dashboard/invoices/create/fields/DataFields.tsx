import InformationCircleIcon from '@hugeicons/core-free-icons/InformationCircleIcon';
import type { Invoice } from '../../../../contract/invoice.ts';
import type { CreatableType } from '../../../../contract/invoiceTypes.ts';
import type { Order } from '../../../../contract/order.ts';
import { Icon } from '../../../components/Icon.tsx';
import { MoneyText } from '../../../components/MoneyText.tsx';
import { useTranslation } from '../../../i18n/useTranslation.tsx';
import { AmountInput } from './AmountInput.tsx';
import type { AmountField } from './amountFields.ts';
import classes from './DataFields.module.css';
import { FigureHints } from './FigureHints.tsx';
import { figureRulesOf } from './figureRules.ts';
import { InvoiceNumberInput } from './InvoiceNumberInput.tsx';
import { type Prefill, readPrefill } from './prefill.ts';
import { readFigures } from './readFigures.ts';

interface DataFieldsProps {
  type: CreatableType;
  order: Order;
  /** The tax invoice that a credit note corrects. */
  source: Invoice | null;
}

/** The store's own number and amounts: filled in from the order, held against each other as one types. */
export function DataFields({ type, order, source }: DataFieldsProps) {
  const { t } = useTranslation('createFields');
  const rules = figureRulesOf(order, source);
  const { currency } = rules;
  const filled = readPrefill(order, source);
  const figures = readFigures(filled.texts, currency);
  const said = (name: AmountField) => {
    const figure = figures[name];
    if (figure === null) return null;
    return (
      <>
        {t(`said.${filled.from}`)}{' '}
        {name === 'tax' ? (
          <bdi>{t('check.percent', { percent: figure })}</bdi>
        ) : (
          <MoneyText money={{ amount: figure, currency }} />
        )}
      </>
    );
  };
  const of = (name: AmountField) => ({
    name,
    currency,
    said: said(name),
    hint: <FigureHints name={name} rules={rules} />,
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

function FilledFrom({ filled: { from, texts, takenOff } }: { filled: Prefill }) {
  const { t } = useTranslation('createFields');
  const said = Object.keys(texts).length > 0;
  return (
    <div className={classes.note}>
      <Icon icon={InformationCircleIcon} />
      <div>
        <p>{t(said ? `filledFrom.${from}` : 'filledFrom.nothing')}</p>
        {(['goods', 'shipping'] as const).map((part) =>
          takenOff[part] === null ? null : (
            <p key={part}>
              {t(`takenOff.${part}`)} <MoneyText money={takenOff[part]} />
            </p>
          ),
        )}
      </div>
    </div>
  );
}
