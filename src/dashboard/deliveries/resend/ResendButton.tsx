import ArrowTurnBackwardIcon from '@hugeicons/core-free-icons/ArrowTurnBackwardIcon';
import SentIcon from '@hugeicons/core-free-icons/SentIcon';
import { type ReactNode, useState } from 'react';
import { isActive } from '../../../contract/deliveryStates.ts';
import type { LastDelivery } from '../../../contract/invoice.ts';
import type { Order } from '../../../contract/order.ts';
import { Button, type ButtonVariant } from '../../components/Button.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { useDeliveryProgress } from '../useDeliveryProgress.ts';
import { NoEmailDialog } from './NoEmailDialog.tsx';
import {
  type Resender as PageResender,
  ResendContext,
  useIsWorking,
  useResender,
} from './ResendContext.ts';
import type { ResendTarget } from './resend.ts';
import { useUndoSeconds } from './undoTime.ts';
import { useResend } from './useResend.ts';

export { useIsWorking };

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
  const underWay = deliveries.flatMap((one) =>
    one !== null && isActive(one.state) ? [one.id] : [],
  );
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
  lastDelivery: Pick<LastDelivery, 'id' | 'state' | 'wasSent'> | null;
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
  const isWorking = useIsWorking(resender, target.orderId);
  const [undoing, setUndoing] = useState(false);
  const waiting = lastDelivery?.state === 'queued';
  const leaving = lastDelivery?.state === 'sending';
  const action = lastDelivery?.wasSent ? 'resend' : 'send';

  function press() {
    if (!waiting) return void resender.resend(target);
    setUndoing(true);
    void resender.undo(lastDelivery.id).finally(() => setUndoing(false));
  }

  return (
    <Button
      variant={waiting ? 'outlined' : variant}
      size={size}
      busy={isWorking || undoing || leaving}
      icon={waiting ? ArrowTurnBackwardIcon : SentIcon}
      iconPoints
      aria-label={
        leaving || orderNumber === null
          ? undefined
          : t(waiting ? 'undoOrder' : `${action}Order`, { order: orderNumber })
      }
      onClick={press}
      onPointerEnter={resender.prefetch}
      onFocus={resender.prefetch}
    >
      {t(waiting ? 'undo' : leaving ? 'goingOut' : action)}
      {waiting ? <UndoSeconds deliveryId={lastDelivery.id} /> : null}
    </Button>
  );
}

/** Seen only: a screen reader would say every second. */
function UndoSeconds({ deliveryId }: { deliveryId: string }) {
  const { t } = useTranslation('deliveries');
  const seconds = useUndoSeconds(deliveryId);
  if (seconds === null) return null;
  return (
    <span className="tabular" aria-hidden="true">
      {t('undoSeconds', { seconds })}
    </span>
  );
}
