import type { ReactNode } from 'react';
import type { Invoice } from '../../../contract/invoice.ts';
import type { CreatableType } from '../../../contract/invoiceTypes.ts';
import type { Order } from '../../../contract/order.ts';
import { MissingText } from '../../components/MissingText.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { readAmounts } from './fields/prefill.ts';
import classes from './OrderContents.module.css';

interface OrderContentsProps {
  order: Order;
  type: CreatableType;
  /** The tax invoice that a credit note corrects. */
  source: Invoice | null;
}

/** What Salla will make from the order, in plain words and the order's own amounts. */
export function OrderContents({ order, type, source }: OrderContentsProps) {
  const { t } = useTranslation('create');
  const { from, subTotal, shipping, cashOnDelivery, tax, total, takenOff } = readAmounts(
    order,
    source,
  );
  // An invoice that was made from a PDF says neither amounts nor items.
  const items = from === 'invoice' && source !== null ? source.items.length : order.itemCount;
  return (
    <>
      <p className={classes.sentence}>{t(`contents.${type}`)}</p>
      <dl className={classes.amounts}>
        <Line label={t('contents.items')}>
          {items === null ? <MissingText /> : <bdi className="tabular">{items}</bdi>}
        </Line>
        <Line label={t('contents.subTotal')}>
          <MoneyText money={subTotal} />
        </Line>
        <Line label={t('contents.shipping')}>
          <MoneyText money={shipping} />
        </Line>
        <Line label={t('contents.cashOnDelivery')}>
          <MoneyText money={cashOnDelivery} />
        </Line>
        {(['goods', 'shipping'] as const).map((part) =>
          takenOff[part] === null ? null : (
            <Line key={part} label={t(`contents.takenOff.${part}`)}>
              <MoneyText money={{ ...takenOff[part], amount: -takenOff[part].amount }} />
            </Line>
          ),
        )}
        <Line
          label={tax === null ? t('contents.vat') : t('contents.vatRate', { percent: tax.percent })}
        >
          <MoneyText money={tax?.amount ?? null} />
        </Line>
        <Line label={t('contents.total')}>
          <MoneyText money={total} />
        </Line>
      </dl>
    </>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
