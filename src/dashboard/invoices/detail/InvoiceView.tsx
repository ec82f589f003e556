import { useLocation } from '@tanstack/react-router';
import type { Invoice } from '../../../contract/invoice.ts';
import { DeliveryStory } from '../../deliveries/DeliveryStory.tsx';
import { ResendProvider } from '../../deliveries/resend/ResendButton.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { CreatedBanner } from './CreatedBanner.tsx';
import { InvoiceActions } from './InvoiceActions.tsx';
import { InvoiceHead } from './InvoiceHead.tsx';
import { InvoiceItems } from './InvoiceItems.tsx';
import { InvoiceQrCode } from './InvoiceQrCode.tsx';
import { InvoiceTotals } from './InvoiceTotals.tsx';
import classes from './InvoiceView.module.css';
import { useInvoiceOrder } from './useInvoiceOrder.ts';
import './print.css';

/** The document, with actions, QR code and deliveries beside it. */
export function InvoiceView({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('invoices');
  const { created = false } = useLocation().state;
  const order = useInvoiceOrder(invoice);
  return (
    <ResendProvider deliveries={invoice.deliveries}>
      {(resender) => (
        <>
          {created ? <CreatedBanner invoice={invoice} resender={resender} /> : null}
          <div className={classes.columns}>
            <article className={classes.paper} data-print>
              <InvoiceHead invoice={invoice} order={order} />
              {isExternalDocument(invoice) ? (
                <p className={classes.elsewhere}>{t('detail.elsewhere')}</p>
              ) : (
                <>
                  <InvoiceItems items={invoice.items} />
                  <InvoiceTotals invoice={invoice} />
                </>
              )}
            </article>
            <div className={classes.aside}>
              <InvoiceActions invoice={invoice} order={order} resender={resender} />
              <InvoiceQrCode invoice={invoice} />
              <DeliveryStory deliveries={invoice.deliveries} />
            </div>
          </div>
        </>
      )}
    </ResendProvider>
  );
}

/** The invoice is a PDF from a URL or an upload: Salla has neither its amounts nor its items. */
export function isExternalDocument({ items, total, subTotal }: Invoice): boolean {
  return items.length === 0 && total === null && subTotal === null;
}
