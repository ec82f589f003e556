import { useState } from 'react';
import type { Delivery } from '../../../contract/delivery.ts';
import type { OrderSummary } from '../../../contract/order.ts';
import { Button } from '../../components/Button.tsx';
import { useHost, useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { type OnWorking, useResender } from '../resend/ResendContext.ts';
import { wentOutQuestion } from '../resend/resendQuestions.ts';
import classes from './DeliveryTable.module.css';
import { useDeliveryActions } from './useDeliveryActions.ts';

interface DeliveryActionsProps {
  delivery: Delivery;
  /** Where it is known. */
  order: OrderSummary | undefined;
  /** It is not known yet which order this is: nothing is taken back that can't be named. */
  pending?: boolean;
  /** A newer one of the same order is there: this one is history. */
  overtaken: boolean;
}

type Action = 'cancel' | 'wentOut' | 'retry';

/** What a person can do about a delivery: send it anew, take it back, or say what became of it. */
export function DeliveryActions({
  delivery,
  order,
  pending = false,
  overtaken,
}: DeliveryActionsProps) {
  const { t } = useTranslation('deliveries');
  const { language } = useLayout();
  const host = useHost();
  const resender = useResender();
  const { cancel, confirmSent } = useDeliveryActions();
  const [started, setStarted] = useState<Action | null>(null);
  const [working, setWorking] = useState(false);
  const { id, state } = delivery;
  const number = order?.number ?? null;

  async function decide(onWorking: OnWorking) {
    onWorking(false);
    const speech = { t, language, now: Date.now() };
    if ((await host.confirm(wentOutQuestion(delivery, order, speech))) !== 'confirmed') return;
    onWorking(true);
    await confirmSent(id);
  }

  const button = (action: Action, act: (onWorking: OnWorking) => Promise<unknown>) => ({
    size: 'small' as const,
    busy: working && started === action,
    'aria-label': number === null ? undefined : t(`page.${action}Order`, { order: number }),
    onClick: () => {
      if (started !== null) return;
      setStarted(action);
      setWorking(true);
      void act(setWorking).finally(() => {
        setStarted(null);
        setWorking(false);
      });
    },
    children: t(`page.${action}`),
  });

  if (state === 'queued')
    return pending ? null : <Button {...button('cancel', () => cancel(id))} />;
  if (state === 'sending' || state === 'sent') return null;
  if (overtaken && state !== 'unconfirmed') return null;
  return (
    <span className={classes.buttons}>
      {state === 'unconfirmed' ? <Button {...button('wentOut', decide)} /> : null}
      <Button
        {...button('retry', (onWorking) => resender.sendAgain(delivery, onWorking))}
        variant={state === 'unconfirmed' ? 'quiet' : 'outlined'}
      />
    </span>
  );
}
