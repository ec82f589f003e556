import Alert02Icon from '@hugeicons/core-free-icons/Alert02Icon';
import type { ReactNode } from 'react';
import type { Invoice } from '../../../contract/invoice.ts';
import { emailDoubtText } from '../../api/emailDoubt.ts';
import { DateText } from '../../components/DateText.tsx';
import { Icon } from '../../components/Icon.tsx';
import { MissingText } from '../../components/MissingText.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { useLayout } from '../../host/Host.ts';
import { formatHijri } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { DocumentLabel } from './DocumentLabel.tsx';
import classes from './InvoiceHead.module.css';
import { PaymentMethod } from './PaymentMethod.tsx';
import type { InvoiceOrder } from './useInvoiceOrder.ts';
import { parseQrCode } from './zatca.ts';

/** Type and number, then seller, customer, order and dates. */
export function InvoiceHead({ invoice, order }: { invoice: Invoice; order: InvoiceOrder }) {
  const { t } = useTranslation('invoices');
  const { language } = useLayout();
  const code = parseQrCode(invoice.qrCode ?? '');
  const { customer } = order;
  return (
    <header className={classes.head}>
      <div className={classes.title}>
        <p className={classes.type}>
          {invoice.type === 'other' && invoice.typeLabel !== '' ? (
            <bdi>{invoice.typeLabel}</bdi>
          ) : (
            <DocumentLabel name={invoice.type} />
          )}
        </p>
        <p className={classes.number}>
          {invoice.number === null ? t('list.noNumber') : <bdi>{invoice.number}</bdi>}
        </p>
      </div>
      <dl className={classes.facts}>
        <Fact name="date">
          <DateText date={invoice.date} time={invoice.time} />
        </Fact>
        {invoice.date === null ? null : (
          <Fact name="hijri">{formatHijri(invoice.date, language)}</Fact>
        )}
        {code.kind === 'zatca' ? (
          <>
            <Fact name="seller">
              <bdi>{code.sellerName}</bdi>
            </Fact>
            <Fact name="vatNumber">
              <bdi>{code.vatNumber}</bdi>
            </Fact>
          </>
        ) : null}
        <Fact name="order">
          <OrDash pending={order.pending} value={order.number} />
        </Fact>
        <Fact name="customer" className={classes.customer}>
          <OrDash pending={order.pending} value={customer?.name ?? null} />
          <Contact text={customer?.mobile ?? null} />
          <Contact text={customer?.email ?? null} />
          <EmailDoubt email={customer?.email ?? null} />
        </Fact>
        {invoice.paymentMethod === null ? null : (
          <Fact name="payment">
            <PaymentMethod method={invoice.paymentMethod} />
          </Fact>
        )}
        {invoice.type === 'credit_note' && invoice.referenceId !== null ? (
          <Fact name="corrects">
            <bdi>{invoice.referenceId}</bdi>
          </Fact>
        ) : null}
      </dl>
    </header>
  );
}

interface FactProps {
  name: Parameters<typeof DocumentLabel>[0]['name'];
  children: ReactNode;
  className?: string | undefined;
}

function Fact(props: FactProps) {
  return (
    <div className={props.className}>
      <dt>
        <DocumentLabel name={props.name} />
      </dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Contact({ text }: { text: string | null }) {
  if (text === null || text === '') return null;
  return (
    <span className={classes.contact}>
      <bdi>{text}</bdi>
    </span>
  );
}

/** Shown on screen only: not part of the document. */
function EmailDoubt({ email }: { email: string | null }) {
  const { t } = useTranslation('deliveries');
  const doubt = email === null || email.trim() === '' ? null : emailDoubtText(email, t);
  if (doubt === null) return null;
  return (
    <span className={classes.doubt} data-screen>
      <Icon icon={Alert02Icon} />
      <span>{doubt}</span>
    </span>
  );
}

function OrDash({ pending, value }: { pending: boolean; value: string | number | null }) {
  if (value !== null) return <bdi>{value}</bdi>;
  return pending ? <Skeleton width="120px" /> : <MissingText />;
}
