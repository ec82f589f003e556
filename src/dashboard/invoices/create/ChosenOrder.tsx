import type { InvoiceSummary } from '../../../contract/invoice.ts';
import type { Order } from '../../../contract/order.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { DateText } from '../../components/DateText.tsx';
import { Fact } from '../../components/Fact.tsx';
import { MissingText } from '../../components/MissingText.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { webAddress } from '../../components/webAddress.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { ExternalLink } from '../detail/ExternalLink.tsx';
import classes from './ChosenOrder.module.css';
import { InvoiceLink } from './InvoiceLink.tsx';
import { GroupRefusal } from './Refusal.tsx';

interface ChosenOrderProps {
  order: Order;
  /** Null if they could not be loaded. */
  invoices: readonly InvoiceSummary[] | 'pending' | null;
  /** Salla's error about the order. */
  refused: string | null;
  takesFocus: boolean;
  onOtherOrder: () => void;
}

/** The chosen order with the facts to recognize it by. */
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
        <GroupRefusal message={refused} />
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
          <ExternalLink href={address} size="small">
            {t('order.open')}
          </ExternalLink>
        )}
      </Card>
    </div>
  );
}

function TextOrDash({ text }: { text: string | number | null }) {
  return text === null ? <MissingText /> : <bdi>{text}</bdi>;
}

interface OrderInvoicesProps {
  /** Null if they could not be loaded. */
  invoices: readonly InvoiceSummary[] | 'pending' | null;
}

/** The order's existing invoices. */
function OrderInvoices({ invoices }: OrderInvoicesProps) {
  const { t } = useTranslation('create');
  if (invoices === null) return <p className={classes.unread}>{t('order.invoicesFailed')}</p>;
  return (
    <div className={classes.invoices}>
      <h3>{t('order.invoices')}</h3>
      {invoices === 'pending' ? (
        <p className="muted" role="status">
          {t('order.invoicesPending')}
        </p>
      ) : invoices.length === 0 ? (
        <p className="muted">{t('order.noInvoices')}</p>
      ) : (
        <ul>
          {invoices.map((invoice) => (
            <li key={invoice.id}>
              <InvoiceLink invoice={invoice} />
              <span className="muted">
                <DateText date={invoice.date} />
                {invoice.total === null ? null : (
                  <>
                    {' · '}
                    <MoneyText money={invoice.total} />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
