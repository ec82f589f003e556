import Alert02Icon from '@hugeicons/core-free-icons/Alert02Icon';
import InvoiceIcon from '@hugeicons/core-free-icons/InvoiceIcon';
import PrinterIcon from '@hugeicons/core-free-icons/PrinterIcon';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isActive } from '../../../contract/deliveryStates.ts';
import type { Invoice } from '../../../contract/invoice.ts';
import { paths } from '../../../contract/pagePaths.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button, buttonClass } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Icon } from '../../components/Icon.tsx';
import { webAddress } from '../../components/webAddress.ts';
import { LastDelivery } from '../../deliveries/LastDelivery.tsx';
import {
  ResendButton,
  type Resender,
  useIsWorking,
} from '../../deliveries/resend/ResendButton.tsx';
import { useHost, usePrimaryAction } from '../../host/Host.ts';
import { printPage } from '../../host/printPage.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { keepListHistory } from '../listHistory.ts';
import { ExternalLink } from './ExternalLink.tsx';
import classes from './InvoiceActions.module.css';
import { isExternalDocument } from './InvoiceView.tsx';
import { SallaPdfButton } from './SallaPdfButton.tsx';
import type { InvoiceOrder } from './useInvoiceOrder.ts';

interface InvoiceActionsProps {
  invoice: Invoice;
  order: InvoiceOrder;
  resender: Resender;
}

/**
 * The actions of an invoice. On a phone Resend is fixed at the block end of the screen. In Salla's frame the host draws
 * it; only its undo is here.
 */
export function InvoiceActions({ invoice, order, resender }: InvoiceActionsProps) {
  const { t } = useTranslation('invoices');
  const host = useHost();
  const { state: here } = useLocation();
  const target = { orderId: invoice.orderId, invoiceId: invoice.id, document: invoice };
  const documentUrl = webAddress(invoice.documentUrl);
  const { lastDelivery } = invoice;
  const state = lastDelivery === null ? null : <LastDelivery delivery={lastDelivery} />;
  const working = useIsWorking(resender, invoice.orderId);
  const isOnItsWay = lastDelivery != null && isActive(lastDelivery.state);
  const resend = {
    title: t(lastDelivery?.wasSent ? 'actions.resend' : 'actions.send'),
    onClick: () => void resender.resend(target),
    disabled: working || isOnItsWay,
  };
  function print() {
    const outcome = printPage(t('actions.printFromMenu'));
    if (outcome === 'opened') host.toast('info', t('actions.printInTab'));
    if (outcome === 'refused') host.toast('warning', t('actions.printRefused'));
  }
  const hostResends = host.kind === 'embedded';
  usePrimaryAction(hostResends ? resend : null);
  const document =
    documentUrl === null ? null : (
      <ExternalLink href={documentUrl}>{t('actions.openDocument')}</ExternalLink>
    );
  const openOrder =
    order.adminUrl === null ? null : (
      <ExternalLink href={order.adminUrl}>{t('actions.openOrder')}</ExternalLink>
    );
  return (
    <Card title={t('actions.label')}>
      <div className={classes.actions}>
        {hostResends && !isOnItsWay ? (
          state
        ) : (
          <div className={classes.resend}>
            <ResendButton
              target={target}
              orderNumber={order.number}
              lastDelivery={lastDelivery}
              variant={hostResends ? 'outlined' : 'filled'}
              size="medium"
            />
            {state}
          </div>
        )}
        {order.noEmail ? <NoEmailNotice>{openOrder}</NoEmailNotice> : null}
        {isExternalDocument(invoice) ? (
          document
        ) : (
          <Button icon={PrinterIcon} onClick={print}>
            {t('actions.print')}
          </Button>
        )}
        <SallaPdfButton orderId={invoice.orderId} />
        {isExternalDocument(invoice) ? null : document}
        {invoice.type === 'tax_invoice' ? (
          <Link
            to={paths.newInvoice}
            search={{ orderId: invoice.orderId, type: 'credit_note' }}
            state={keepListHistory(here)}
            className={buttonClass()}
          >
            <Icon icon={InvoiceIcon} />
            {t('actions.creditNote')}
          </Link>
        ) : null}
        {order.noEmail ? null : openOrder}
        {order.pending && !order.noEmail && openOrder === null ? (
          <span className={classes.place} />
        ) : null}
      </div>
    </Card>
  );
}

/** No email address: nothing can be sent, and where to add one. */
function NoEmailNotice({ children }: { children: ReactNode }) {
  const { t } = useTranslation('invoices');
  return (
    <Banner
      tone="warning"
      icon={Alert02Icon}
      action={<span className={`${classes.place} ${classes.line}`}>{children}</span>}
    >
      {t('actions.noEmail')}
    </Banner>
  );
}
