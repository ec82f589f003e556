import type { ReactNode } from 'react';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import type { Order } from '../../../contract/order.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { DateText } from '../../components/DateText.tsx';
import { MissingText } from '../../components/MissingText.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { webAddress } from '../../components/webAddress.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { OutLink } from '../detail/OutLink.tsx';
import classes from './ChosenOrder.module.css';
import { OrderInvoices } from './OrderInvoices.tsx';
import { RefusedGroup } from './RefusedGroup.tsx';

interface ChosenOrderProps {
  order: Order;
  /** Null where they could not be read. */
  invoices: readonly InvoiceSummary[] | 'pending' | null;
  /** What Salla has against this order. */
  refused: string | null;
  takesFocus: boolean;
  onOtherOrder: () => void;
}

/** The order that gets the invoice, so that a person sees at a glance whether it is the right one. */
export function ChosenOrder(props: ChosenOrderProps) {
  const { order, invoices, refused, takesFocus, onOtherOrder } = props;
  const { t } = useTranslation('create');
  const element = useFocusOnMount<HTMLDivElement>(takesFocus);
  const address = webAddress(order.adminUrl);
  return (
    <div ref={element} tabIndex={-1} className={classes.chosen}>
      <Card
        title={t('order.title')}
        actions={
          <Button size="small" variant="quiet" onClick={onOtherOrder}>
            {t('order.another')}
          </Button>
        }
      >
        <RefusedGroup message={refused} />
        <dl className={classes.facts}>
          <Fact label={t('order.number')}>
            <strong className="tabular">
              <TextOrDash text={order.number} />
            </strong>
          </Fact>
          <Fact label={t('order.customer')}>
            <TextOrDash text={order.customer?.name ?? null} />
          </Fact>
          <Fact label={t('order.date')}>
            <DateText date={order.date} />
          </Fact>
          <Fact label={t('order.total')}>
            <MoneyText money={order.total} />
          </Fact>
          <Fact label={t('order.status')}>
            <TextOrDash text={order.status} />
          </Fact>
        </dl>
        <OrderInvoices invoices={invoices} />
        {address === null ? null : (
          <OutLink href={address} size="small">
            {t('order.open')}
          </OutLink>
        )}
      </Card>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function TextOrDash({ text }: { text: string | number | null }) {
  return text === null ? <MissingText /> : <bdi>{text}</bdi>;
}
