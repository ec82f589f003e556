import { useState } from 'react';
import type { Delivery } from '../../../contract/delivery.ts';
import { Button } from '../../components/Button.tsx';
import { useHost, useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { reasonText } from '../deliveryWords.ts';
import { useDeliveryActions } from '../record/useDeliveryActions.ts';
import { type OnWorking, useResender } from '../resend/ResendContext.ts';
import { wentOutQuestion } from '../resend/resendQuestions.ts';
import { type Choice, ChooseOne } from './choice.tsx';
import { OrderName } from './OrderName.tsx';
import classes from './TroubleList.module.css';
import type { OrdersOfPage } from './useShownOrders.ts';

interface UnconfirmedRowProps {
  delivery: Delivery;
  orders: OrdersOfPage;
  /** Null where there is nothing to choose from. */
  choice: Choice | null;
  onDone: (said: string) => void;
}

type Decision = 'wentOut' | 'retry';

/** One that may have gone out: a person says that it did, or sends it again. */
export function UnconfirmedRow({ delivery, orders, choice, onDone }: UnconfirmedRowProps) {
  const { t } = useTranslation('batches');
  const { t: say } = useTranslation('deliveries');
  const { language } = useLayout();
  const host = useHost();
  const resender = useResender();
  const { confirmSent } = useDeliveryActions();
  const [started, setStarted] = useState<Decision | null>(null);
  const [working, setWorking] = useState(false);
  const known = orders.byId.get(delivery.orderId);
  const number = known?.number ?? null;
  const order = number ?? delivery.orderId;

  async function wentOut(onWorking: OnWorking) {
    onWorking(false);
    const question = wentOutQuestion(delivery, known, { t: say, language, now: Date.now() });
    if ((await host.confirm(question)) !== 'confirmed') return;
    onWorking(true);
    if ((await confirmSent(delivery.id)) === null) return;
    onDone(t('page.unconfirmed.saidSentOrder', { order }));
  }

  async function sendAgain(onWorking: OnWorking) {
    if ((await resender.sendAgain(delivery, onWorking)) === null) return;
    onDone(t('page.unconfirmed.saidAnewOrder', { order }));
  }

  const button = (decision: Decision, act: (onWorking: OnWorking) => Promise<void>) => ({
    size: 'small' as const,
    busy: working && started === decision,
    'aria-label': number === null ? undefined : say(`page.${decision}Order`, { order: number }),
    onClick: () => {
      if (started !== null) return;
      setStarted(decision);
      setWorking(true);
      void act(setWorking).finally(() => {
        setStarted(null);
        setWorking(false);
      });
    },
    children: say(`page.${decision}`),
  });

  return (
    <li className={classes.row} data-row={delivery.id}>
      {choice === null ? null : <ChooseOne delivery={delivery} orders={orders} choice={choice} />}
      <OrderName orderId={delivery.orderId} orders={orders} />
      <span className={classes.said}>{reasonText(delivery, say)}</span>
      <span className={classes.buttons}>
        <Button {...button('wentOut', wentOut)} />
        <Button {...button('retry', sendAgain)} variant="quiet" />
      </span>
    </li>
  );
}
