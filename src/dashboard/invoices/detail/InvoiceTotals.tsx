import type { ReactNode } from 'react';
import type { Charge, Money } from '../../../contract/common.ts';
import type { Invoice } from '../../../contract/invoice.ts';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useLayout } from '../../host/Host.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { DocumentLabel } from './DocumentLabel.tsx';
import classes from './InvoiceTotals.module.css';
import { checkSums, countsShippingDiscount } from './invoiceSums.ts';
import { SumCheckMark } from './SumCheckMark.tsx';

/** The amounts and whether they add up. */
export function InvoiceTotals({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('invoices');
  const { language } = useLayout();
  const checks = checkSums(invoice);
  const { tax, discount, shippingDiscount } = invoice;
  const isContained = !countsShippingDiscount(invoice);
  return (
    <section className={classes.totals} aria-label={t('totals.label')}>
      <dl>
        <Line label={<DocumentLabel name="subTotal" />} money={invoice.subTotal} />
        <ChargeLine label={<DocumentLabel name="shipping" />} charge={invoice.shipping} />
        <ChargeLine
          label={<DocumentLabel name="cashOnDelivery" />}
          charge={invoice.cashOnDelivery}
        />
        <Line
          label={<DocumentLabel name="discount" />}
          money={discount === null ? null : takenOff(discount)}
        />
        {shippingDiscount === null || shippingDiscount.amount === 0 ? null : (
          <Line
            label={
              <>
                <DocumentLabel name="shippingDiscount" />
                {isContained ? <Aside>{t('totals.alreadyDeducted')}</Aside> : null}
              </>
            }
            money={takenOff(shippingDiscount)}
          />
        )}
        <Line
          label={
            <>
              <DocumentLabel name="vat" />
              {tax === null
                ? null
                : ` ${t('totals.rate', { percent: formatNumber(tax.percent, language) })}`}
            </>
          }
          money={tax?.amount ?? null}
        >
          {checks.vat.outcome === 'differs' ? (
            <dd className={classes.note}>
              <SumCheckMark check={checks.vat} />
            </dd>
          ) : null}
        </Line>
        <div className={classes.grand}>
          <dt>
            <DocumentLabel name="total" />
          </dt>
          <dd>
            <MoneyText money={invoice.total} />
          </dd>
        </div>
      </dl>
      {checks.vat.outcome === 'differs' && checks.total.outcome === 'adds_up' ? null : (
        <SumCheckMark check={checks.total} />
      )}
    </section>
  );
}

function takenOff(discount: Money): Money {
  return { ...discount, amount: 0 - discount.amount };
}

function Aside({ children }: { children: string }) {
  return <span className="muted"> ({children})</span>;
}

interface LineProps {
  label: ReactNode;
  money: Money | null;
  children?: ReactNode;
}

function Line({ label, money, children }: LineProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <MoneyText money={money} />
      </dd>
      {children}
    </div>
  );
}

function ChargeLine({ label, charge }: { label: ReactNode; charge: Charge | null }) {
  const { t } = useTranslation('invoices');
  const untaxed = charge !== null && charge.amount !== 0 && !charge.taxable;
  return (
    <Line
      label={
        <>
          {label}
          {untaxed ? <Aside>{t('totals.notTaxable')}</Aside> : null}
        </>
      }
      money={charge}
    />
  );
}
