import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import type { Language } from '../../../contract/languages.ts';
import { invoicePath } from '../../../contract/pagePaths.ts';
import { DateText } from '../../components/DateText.tsx';
import { Isolate } from '../../components/Isolate.tsx';
import { MissingText } from '../../components/MissingText.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { StateChip } from '../../components/StateChip.tsx';
import { LastDelivery } from '../../deliveries/LastDelivery.tsx';
import { ResendButton } from '../../deliveries/resend/ResendButton.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { PaymentMethod } from '../detail/PaymentMethod.tsx';
import { PageCheckbox, RowCheckbox } from '../selection/SelectionCheckboxes.tsx';
import classes from './InvoiceTable.module.css';

/** The values of one row. */
export interface InvoiceRowValues {
  invoice: InvoiceSummary;
  orderNumber: number | null;
  customer: string | null;
  /** The order's customer has no email address. */
  noEmail: boolean;
  /** The order is loading: number and customer may still come. */
  pending: boolean;
  isSelected: boolean;
  checkboxName: string;
  /** `range`: with the Shift key, all rows since the last one. */
  onToggle: (invoiceId: number, range: boolean) => void;
  t: TFunction<'invoices'>;
}

interface HeadValues {
  /** The rows of the page. */
  invoices: readonly InvoiceSummary[];
  t: TFunction<'invoices'>;
}

type Width = string | Readonly<Record<Language, string>>;

/**
 * The table's layouts: `wide` from 1360 px, `medium` from 1240 px, `narrow` from 960 px, and paper. Below 960 px rows are
 * cards, whose grid areas are in the stylesheet.
 */
type Layout = 'wide' | 'medium' | 'narrow' | 'print';

interface InvoiceColumn {
  id: string;
  head: (values: HeadValues) => ReactNode;
  cell: (values: InvoiceRowValues) => ReactNode;
  /** Width of the placeholder while the list is loading. */
  skeleton: string;
  /** A layout left out has the width of `wide`; null: the column is in another one's track. */
  widths: { wide: Width } & { [Key in Layout]?: Width | null };
  /** Layouts without this column. */
  hiddenIn?: readonly (Exclude<Layout, 'wide'> | 'phone')[];
  /** The cell names its row. */
  isRowHeader?: boolean;
  isMuted?: boolean;
  /** Aligned to the inline end, as numbers are. */
  isEnd?: boolean;
  /** Stands before the value in a card, a key of the `invoices` words. */
  cardLabel?: 'list.order';
}

/** The columns in display order. Head, rows, skeleton and grid are built from them. */
const columns: readonly InvoiceColumn[] = [
  {
    id: 'check',
    head: ({ invoices }) => <PageCheckbox invoices={invoices} />,
    cell: ({ invoice, isSelected, checkboxName, onToggle }) => (
      <RowCheckbox
        invoiceId={invoice.id}
        name={checkboxName}
        checked={isSelected}
        onToggle={onToggle}
      />
    ),
    skeleton: '16px',
    widths: { wide: '48px', narrow: '44px' },
    hiddenIn: ['print'],
  },
  {
    id: 'number',
    head: ({ t }) => t('list.number'),
    cell: ({ invoice, t }) => (
      <a href={invoicePath(invoice.id)}>
        {invoice.number === null ? t('list.noNumber') : <bdi>{invoice.number}</bdi>}
      </a>
    ),
    skeleton: '64px',
    widths: { wide: '112px', narrow: '108px', print: '84px' },
    isRowHeader: true,
  },
  {
    id: 'type',
    head: ({ t }) => t('list.type'),
    cell: ({ invoice }) => <InvoiceTypeChip invoice={invoice} />,
    skeleton: '88px',
    // In the narrow layout the chip is below the number.
    widths: { wide: '118px', narrow: null, print: '92px' },
  },
  {
    id: 'order',
    head: ({ t }) => t('list.order'),
    cell: ({ orderNumber, pending }) => (
      <OrderValue value={orderNumber} pending={pending} width="80px" />
    ),
    skeleton: '80px',
    widths: { wide: '108px', narrow: '92px', print: '80px' },
    isMuted: true,
    cardLabel: 'list.order',
  },
  {
    id: 'customer',
    head: ({ t }) => t('list.customer'),
    cell: ({ customer, pending }) => (
      <OrderValue value={customer} pending={pending} width="112px" cut />
    ),
    skeleton: '112px',
    widths: { wide: 'minmax(0, 1fr)' },
  },
  {
    id: 'date',
    head: ({ t }) => t('list.date'),
    cell: ({ invoice }) => <DateText date={invoice.date} />,
    skeleton: '88px',
    widths: {
      wide: { ar: '132px', en: '118px' },
      narrow: { ar: '118px', en: '98px' },
      print: '94px',
    },
  },
  {
    id: 'total',
    head: ({ t }) => t('list.total'),
    cell: ({ invoice }) => <MoneyText money={invoice.total} />,
    skeleton: '72px',
    widths: { wide: '130px', narrow: '122px', print: '92px' },
    isEnd: true,
  },
  {
    id: 'payment',
    head: ({ t }) => t('list.payment'),
    cell: ({ invoice }) => <PaymentMethod method={invoice.paymentMethod} />,
    skeleton: '80px',
    widths: { wide: '138px' },
    hiddenIn: ['medium', 'narrow', 'print', 'phone'],
    isMuted: true,
  },
  {
    id: 'sent',
    head: ({ t }) => t('list.lastSent'),
    cell: ({ invoice, noEmail }) => (
      <LastDelivery delivery={invoice.lastDelivery} orderId={invoice.orderId} noEmail={noEmail} />
    ),
    skeleton: '120px',
    widths: {
      wide: { ar: '218px', en: '252px' },
      narrow: { ar: '208px', en: '246px' },
      print: '130px',
    },
  },
  {
    id: 'action',
    head: ({ t }) => <span className="visually-hidden">{t('list.actions')}</span>,
    cell: ({ invoice, orderNumber }) => (
      <ResendButton
        target={{ orderId: invoice.orderId, invoiceId: invoice.id, document: invoice }}
        orderNumber={orderNumber}
        lastDelivery={invoice.lastDelivery}
      />
    ),
    skeleton: '96px',
    widths: { wide: '128px', narrow: { ar: '122px', en: '108px' } },
    hiddenIn: ['print'],
  },
];

const hidingClasses = {
  medium: classes.notMedium,
  narrow: classes.notNarrow,
  print: classes.notPrinted,
  phone: classes.notOnPhone,
};

export const invoiceColumns = columns.map((column) => ({
  ...column,
  className: [classes[column.id], ...(column.hiddenIn ?? []).map((name) => hidingClasses[name])]
    .filter(Boolean)
    .join(' '),
}));

/** The grid tracks of each layout, as custom properties for the stylesheet. */
export function gridTracks(language: Language) {
  const tracks = (layout: Layout) =>
    columns
      .filter(({ hiddenIn }) => layout === 'wide' || !hiddenIn?.includes(layout))
      .map(({ widths }) => (widths[layout] === undefined ? widths.wide : widths[layout]))
      .filter((width) => width !== null)
      .map((width) => (typeof width === 'string' ? width : width[language]))
      .join(' ');
  return {
    '--wide': tracks('wide'),
    '--medium': tracks('medium'),
    '--narrow': tracks('narrow'),
    '--print': tracks('print'),
  };
}

interface OrderValueProps {
  value: string | number | null;
  pending: boolean;
  width: string;
  /** Names are cut if there is no room; numbers are shown whole. */
  cut?: boolean;
}

/** A value of the row's order, with a placeholder while the order is loading. */
function OrderValue({ value, pending, width, cut = false }: OrderValueProps): ReactNode {
  if (value !== null) return <Isolate cut={cut}>{value}</Isolate>;
  return pending ? <Skeleton width={width} /> : <MissingText />;
}

/** The invoice type: neutral for tax invoices, highlighted for credit notes. Unknown types have Salla's own name. */
function InvoiceTypeChip({ invoice }: { invoice: Pick<InvoiceSummary, 'type' | 'typeLabel'> }) {
  const { t } = useTranslation('invoices');
  const { type, typeLabel } = invoice;
  return (
    <StateChip tone={type === 'credit_note' ? 'warning' : 'neutral'}>
      {type === 'other' && typeLabel !== '' ? <bdi>{typeLabel}</bdi> : t(`types.${type}`)}
    </StateChip>
  );
}
