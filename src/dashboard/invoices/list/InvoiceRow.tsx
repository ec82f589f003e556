import { memo, type ReactNode } from 'react';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import type { OrderSummary } from '../../../contract/order.ts';
import { hasNoEmail } from '../../api/hasNoEmail.ts';
import { DateText } from '../../components/DateText.tsx';
import { Isolate } from '../../components/Isolate.tsx';
import { MissingText } from '../../components/MissingText.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { LastDelivery } from '../../deliveries/LastDelivery.tsx';
import { ResendButton } from '../../deliveries/resend/ResendButton.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { PaymentMethod } from '../detail/PaymentMethod.tsx';
import { InvoiceTypeChip } from '../InvoiceTypeChip.tsx';
import { RowCheckbox } from '../selection/RowCheckbox.tsx';
import { useSelected } from '../selection/SelectionContext.ts';
import type { NameCheckbox } from '../selection/useCheckboxNames.ts';
import classes from './InvoiceTable.module.css';
import { invoicePath } from './useOpenInvoice.ts';

interface InvoiceRowProps {
  invoice: InvoiceSummary;
  /** The row's order, where it was asked for apart and known. */
  order: OrderSummary | undefined;
  /** The order may still come. */
  pending: boolean;
  /** The same functions through every render. */
  onTurn: (invoiceId: number, range: boolean) => void;
  nameCheckbox: NameCheckbox;
}

export const InvoiceRow = memo(function InvoiceRow(props: InvoiceRowProps) {
  const { invoice, order, pending, onTurn, nameCheckbox } = props;
  const { t } = useTranslation('invoices');
  const isSelected = useSelected(({ selection }) => selection.has(invoice.id));
  const orderNumber = invoice.orderNumber ?? order?.number ?? null;
  const customer = invoice.customer?.name ?? order?.customer?.name ?? null;
  const noEmail = hasNoEmail(invoice.customer ?? order?.customer);
  return (
    <tr
      data-invoice={invoice.id}
      data-type={invoice.type}
      className={classes.row}
      aria-selected={isSelected}
    >
      <td className={classes.check} data-check>
        <RowCheckbox
          invoiceId={invoice.id}
          name={nameCheckbox(invoice, orderNumber)}
          checked={isSelected}
          onTurn={onTurn}
        />
      </td>
      <th scope="row" className={classes.number}>
        <a href={invoicePath(invoice.id)}>
          {invoice.number === null ? t('list.noNumber') : <bdi>{invoice.number}</bdi>}
        </a>
      </th>
      <td className={classes.type}>
        <InvoiceTypeChip invoice={invoice} />
      </td>
      <td className={classes.order} data-muted data-label={t('list.order')}>
        <Known value={orderNumber} pending={pending} width="80px" />
      </td>
      <td className={classes.customer}>
        <Known value={customer} pending={pending} width="112px" cut />
      </td>
      <td className={classes.date}>
        <DateText date={invoice.date} />
      </td>
      <td className={classes.total} data-end>
        <MoneyText money={invoice.total} />
      </td>
      <td className={classes.payment} data-muted>
        <PaymentMethod method={invoice.paymentMethod} />
      </td>
      <td className={classes.sent}>
        <LastDelivery delivery={invoice.lastDelivery} orderId={invoice.orderId} noEmail={noEmail} />
      </td>
      <td className={classes.action}>
        <ResendButton
          target={{ orderId: invoice.orderId, invoiceId: invoice.id, document: invoice }}
          orderNumber={orderNumber}
          lastDelivery={invoice.lastDelivery}
        />
      </td>
    </tr>
  );
});

interface KnownProps {
  value: string | number | null;
  pending: boolean;
  width: string;
  /** A name gives way where there is no room; a number is shown whole. */
  cut?: boolean;
}

/** A cell that the second answer may fill: its place is kept till then. */
function Known({ value, pending, width, cut = false }: KnownProps): ReactNode {
  if (value !== null) return <Isolate cut={cut}>{value}</Isolate>;
  return pending ? <Skeleton width={width} /> : <MissingText />;
}
