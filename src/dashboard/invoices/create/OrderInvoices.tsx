import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { DateText } from '../../components/DateText.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './ChosenOrder.module.css';
import { InvoiceLink } from './InvoiceLink.tsx';

interface OrderInvoicesProps {
  /** Null where they could not be read. */
  invoices: readonly InvoiceSummary[] | 'pending' | null;
}

/** What the order has already. */
export function OrderInvoices({ invoices }: OrderInvoicesProps) {
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
