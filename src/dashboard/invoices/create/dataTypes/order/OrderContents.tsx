import { Fact } from '../../../../components/Fact.tsx';
import { MissingText } from '../../../../components/MissingText.tsx';
import { MoneyText } from '../../../../components/MoneyText.tsx';
import { useTranslation } from '../../../../i18n/useTranslation.tsx';
import { toSourceAmounts } from '../amounts/prefill.ts';
import type { DataTypeProps } from '../dataTypes.tsx';
import classes from './OrderContents.module.css';

/** What Salla will put on the invoice, with the order's amounts. */
export function OrderContents({ order, type, source }: DataTypeProps) {
  const { t } = useTranslation('create');
  const { from, subTotal, shipping, cashOnDelivery, tax, total, deductions } = toSourceAmounts(
    order,
    source,
  );
  // An invoice made from a PDF has neither amounts nor items.
  const items = from === 'invoice' && source !== null ? source.items.length : order.itemCount;
  return (
    <>
      <p className={classes.sentence}>{t(`contents.${type}`)}</p>
      <dl className={classes.amounts}>
        <Fact label={t('contents.items')}>
          {items === null ? <MissingText /> : <bdi className="tabular">{items}</bdi>}
        </Fact>
        <Fact label={t('contents.subTotal')}>
          <MoneyText money={subTotal} />
        </Fact>
        <Fact label={t('contents.shipping')}>
          <MoneyText money={shipping} />
        </Fact>
        <Fact label={t('contents.cashOnDelivery')}>
          <MoneyText money={cashOnDelivery} />
        </Fact>
        {(['goods', 'shipping'] as const).map((part) =>
          deductions[part] === null ? null : (
            <Fact key={part} label={t(`contents.deductions.${part}`)}>
              <MoneyText money={{ ...deductions[part], amount: -deductions[part].amount }} />
            </Fact>
          ),
        )}
        <Fact
          label={tax === null ? t('contents.vat') : t('contents.vatRate', { percent: tax.percent })}
        >
          <MoneyText money={tax?.amount ?? null} />
        </Fact>
        <Fact label={t('contents.total')}>
          <MoneyText money={total} />
        </Fact>
      </dl>
    </>
  );
}

export function OrderSummary({ order, source }: DataTypeProps) {
  const { t } = useTranslation('createFields');
  return (
    <Fact label={t('labels.total')}>
      <MoneyText money={source?.total ?? order.total} />
    </Fact>
  );
}
