import { useState } from 'react';
import type { Delivery } from '../../contract/delivery.ts';
import { useHost } from '../host/Host.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { Button } from '../ui/Button.tsx';
import classes from './DeliveryTable.module.css';
import { plainText } from './plainText.ts';
import { useDeliveryActions } from './useDeliveryActions.ts';

interface DeliveryActionsProps {
  delivery: Delivery;
  orderNumber: number | null;
  /** A newer one of the same order is there: this one is history. */
  overtaken: boolean;
}

/** What a person can do about a delivery: send it anew, take it back, or say what became of it. */
export function DeliveryActions({ delivery, orderNumber, overtaken }: DeliveryActionsProps) {
  const { t } = useTranslation('deliveries');
  const host = useHost();
  const actions = useDeliveryActions();
  const [busy, setBusy] = useState(false);
  const { id, state } = delivery;
  const order = String(orderNumber ?? delivery.orderId);

  async function sendAgain() {
    const named = orderNumber === null ? t('thisOrder') : t('order', { number: plainText(order) });
    const confirmed = await host.confirm({
      title: t('retryQuestion.title'),
      message:
        state === 'unconfirmed'
          ? t('retryQuestion.unconfirmed')
          : t('retryQuestion.plain', { order: named }),
      confirmText: t('question.sendAgain'),
      cancelText: t('question.cancel'),
      variant: state === 'unconfirmed' ? 'warning' : 'info',
    });
    if (!confirmed) return;
    await (state === 'unconfirmed' ? actions.sendAnew(id) : actions.retry(id));
  }

  const act = (action: () => Promise<unknown>) => ({
    size: 'small' as const,
    busy,
    onClick: () => {
      setBusy(true);
      void action().finally(() => setBusy(false));
    },
  });

  if (state === 'queued') {
    return (
      <Button {...act(() => actions.cancel(id))} aria-label={t('page.cancelOrder', { order })}>
        {t('page.cancel')}
      </Button>
    );
  }
  if (state === 'sending' || state === 'sent') return null;
  if (overtaken && state !== 'unconfirmed') return null;
  return (
    <span className={classes.buttons}>
      {state === 'unconfirmed' ? (
        <Button
          {...act(() => actions.confirmSent(id))}
          aria-label={t('page.wentOutOrder', { order })}
        >
          {t('page.wentOut')}
        </Button>
      ) : null}
      <Button
        {...act(sendAgain)}
        variant={state === 'unconfirmed' ? 'quiet' : 'outlined'}
        aria-label={t('page.retryOrder', { order })}
      >
        {t('page.retry')}
      </Button>
    </span>
  );
}
