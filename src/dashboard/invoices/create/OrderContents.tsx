import type { Money } from '../../../contract/common.ts';
import type { CreatableType } from '../../../contract/createInvoice.ts';
import type { Invoice } from '../../../contract/invoice.ts';
import type { Order } from '../../../contract/order.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { MoneyText } from '../../ui/MoneyText.tsx';
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
  const { subTotal, shipping, cashOnDelivery, tax, total } = source ?? order.amounts;
  const items = source?.items.length ?? 0;
  return (
    <>
      <p className={classes.sentence}>
        {t(`contents.${type}`)}
        {items > 0 ? ` ${t('contents.items', { count: items })}` : null}
      </p>
      <dl className={classes.amounts}>
        <Amount label={t('contents.subTotal')} money={subTotal} />
        <Amount label={t('contents.shipping')} money={shipping} />
        <Amount label={t('contents.cashOnDelivery')} money={cashOnDelivery} />
        <Amount
          label={tax === null ? t('contents.vat') : t('contents.vatRate', { percent: tax.percent })}
          money={tax?.amount ?? null}
        />
        <Amount label={t('contents.total')} money={total} />
      </dl>
    </>
  );
}

function Amount({ label, money }: { label: string; money: Money | null }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <MoneyText money={money} />
      </dd>
    </div>
  );
}
