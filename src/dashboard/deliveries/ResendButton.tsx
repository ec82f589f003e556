import ArrowTurnBackwardIcon from '@hugeicons/core-free-icons/ArrowTurnBackwardIcon';
import SentIcon from '@hugeicons/core-free-icons/SentIcon';
import { type ReactNode, useState } from 'react';
import type { LastDelivery } from '../../contract/invoice.ts';
import type { Order } from '../../contract/order.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { Button, type ButtonVariant } from '../ui/Button.tsx';
import { isUnderWay } from './isUnderWay.ts';
import { NoEmailDialog } from './NoEmailDialog.tsx';
import { type Resender as PageResender, ResendContext, useResender } from './ResendContext.ts';
import type { ResendTarget } from './resend.ts';
import { useDeliveryProgress } from './useDeliveryProgress.ts';
import { useResend } from './useResend.ts';

/** What a page does with resends besides showing buttons: keys, primary actions. */
export type Resender = PageResender;

interface ResendProviderProps {
  /** The deliveries that the page shows: those under way are followed. */
  deliveries: readonly (Pick<LastDelivery, 'id' | 'state'> | null)[];
  children: (resender: Resender) => ReactNode;
}

/** Around a page with resend buttons: asks, sends, follows what is under way, says what came of it. */
export function ResendProvider({ deliveries, children }: ResendProviderProps) {
  const [withoutEmail, setWithoutEmail] = useState<Order | null>(null);
  const { resender, announce } = useResend(setWithoutEmail);
  const underWay = deliveries.flatMap((one) => (one !== null && isUnderWay(one) ? [one.id] : []));
  useDeliveryProgress([...new Set(underWay)].sort(), announce);
  return (
    <ResendContext value={resender}>
      {children(resender)}
      <NoEmailDialog order={withoutEmail} onClose={() => setWithoutEmail(null)} />
    </ResendContext>
  );
}

interface ResendButtonProps {
  target: ResendTarget;
  /** Names the order to screen readers; null where it is not known. */
  orderNumber: number | null;
  lastDelivery: Pick<LastDelivery, 'id' | 'state'> | null;
  variant?: ButtonVariant;
  size?: 'small' | 'medium';
}

/** Sends an order's invoice again; while that waits to leave, the same button takes it back. */
export function ResendButton({
  target,
  orderNumber,
  lastDelivery,
  variant = 'quiet',
  size = 'small',
}: ResendButtonProps) {
  const resender = useResender();
  const { t } = useTranslation('deliveries');
  const [busy, setBusy] = useState(false);
  const waiting = lastDelivery?.state === 'queued';
  const leaving = lastDelivery?.state === 'sending';

  function press() {
    setBusy(true);
    const done = waiting ? resender.undo(lastDelivery.id) : resender.resend(target, setBusy);
    void done.finally(() => setBusy(false));
  }

  return (
    <Button
      variant={waiting ? 'outlined' : variant}
      size={size}
      busy={busy || leaving}
      icon={waiting ? ArrowTurnBackwardIcon : SentIcon}
      iconPoints
      aria-label={
        leaving || orderNumber === null
          ? undefined
          : t(waiting ? 'undoOrder' : 'resendOrder', { order: orderNumber })
      }
      onClick={press}
      onPointerEnter={() => resender.prefetch(target)}
      onFocus={() => resender.prefetch(target)}
    >
      {t(waiting ? 'undo' : leaving ? 'goingOut' : 'resend')}
    </Button>
  );
}
