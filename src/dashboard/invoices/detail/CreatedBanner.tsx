import CheckmarkCircle02Icon from '@hugeicons/core-free-icons/CheckmarkCircle02Icon';
import SentIcon from '@hugeicons/core-free-icons/SentIcon';
import { useState } from 'react';
import type { Invoice } from '../../../contract/invoice.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import type { Resender } from '../../deliveries/resend/ResendButton.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The invoice has just been created. */
    created?: boolean;
  }
}

interface CreatedBannerProps {
  invoice: Invoice;
  resender: Resender;
}

/** Confirms the creation and offers to send the invoice, until it is sent. */
export function CreatedBanner({ invoice, resender }: CreatedBannerProps) {
  const { t } = useTranslation('invoices');
  const element = useFocusOnMount<HTMLDivElement>(true);
  const [busy, setBusy] = useState(false);
  const { id, orderId, type, lastDelivery, deliveries } = invoice;
  // An earlier delivery of the order was for another invoice.
  const [before] = useState(lastDelivery?.id);
  const sent = lastDelivery?.id !== before;
  const [sentBefore] = useState(deliveries.some(({ invoiceId }) => invoiceId === id));

  function send() {
    setBusy(true);
    const done = resender.resend({ orderId, invoiceId: id, document: invoice }, setBusy);
    void done.finally(() => setBusy(false));
  }

  // Reloaded after the invoice was sent: it is no longer new.
  if (sentBefore) return null;
  return (
    <div ref={element} tabIndex={-1}>
      <Banner
        tone="accepted"
        icon={CheckmarkCircle02Icon}
        action={
          sent ? null : (
            <Button icon={SentIcon} iconPoints busy={busy} onClick={send}>
              {t('detail.sendNow')}
            </Button>
          )
        }
      >
        {t(type === 'credit_note' ? 'detail.createdCreditNote' : 'detail.created')}
      </Banner>
    </div>
  );
}
