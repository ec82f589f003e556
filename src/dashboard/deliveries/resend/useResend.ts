import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Delivery } from '../../../contract/delivery.ts';
import type { Order } from '../../../contract/order.ts';
import { prepareDialog } from '../../components/Dialog.tsx';
import { useHost, useLayout } from '../../host/Host.ts';
import type { Press } from '../../host/pressMemory.ts';
import { presses, usePressAgain } from '../../host/reloading.ts';
import { watched } from '../../host/watched.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { outcomeToast } from '../deliveryWords.ts';
import { useDeliveryActions } from '../record/useDeliveryActions.ts';
import { recordDelivery, refreshDeliveries } from '../recordDelivery.ts';
import { useProblemToast } from '../useProblemToast.ts';
import type { OnWorking, Resender } from './ResendContext.ts';
import {
  askToSend,
  prefetchQuestion,
  type ResendOutcome,
  type ResendTarget,
  requestSending,
  resend,
} from './resend.ts';
import { orderNumber } from './resendQuestions.ts';
import { noteUndoTime } from './undoTime.ts';

/** A pointer that only crosses a button does not rest on it this long; what is fetched counts against Salla's limit. */
const restMs = 120;

const ignore: OnWorking = () => {};

/** Asking, sending, taking back, and the toast about what came of what was started here. */
export function useResend(onNoEmail: (order: Order) => void) {
  const queryClient = useQueryClient();
  const host = useHost();
  const { language } = useLayout();
  const { t } = useTranslation('deliveries');
  const toastProblem = useProblemToast();
  const { cancel, retry } = useDeliveryActions();
  const intent = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(intent.current), []);
  const asking = useRef(new Set<number>());
  /** The order's number by the delivery that was started here and has not ended. */
  const started = useRef(new Map<string, string>());

  function announce(delivery: Delivery) {
    const number = started.current.get(delivery.id);
    const toast = number === undefined ? null : outcomeToast(delivery, number, t);
    if (toast === null) return;
    started.current.delete(delivery.id);
    host.toast(toast.kind, toast.message);
  }

  const [working] = useState(() => watched<ReadonlySet<number>>(new Set()));
  function setWorking(orderId: number, isWorking: boolean) {
    const orders = new Set(working.get());
    if (isWorking) orders.add(orderId);
    else orders.delete(orderId);
    working.set(orders);
  }

  function surroundings(orderId: number, tell: OnWorking) {
    const onWorking: OnWorking = (isWorking) => {
      setWorking(orderId, isWorking);
      tell(isWorking);
    };
    const confirm: typeof host.confirm = async (question) => {
      onWorking(false);
      const outcome = await host.confirm(question);
      onWorking(outcome === 'confirmed');
      return outcome;
    };
    const randomId = () => crypto.randomUUID();
    return { host: { confirm }, queryClient, t, language, now: Date.now, randomId };
  }

  async function send(target: ResendTarget, onWorking: OnWorking): Promise<boolean> {
    const result = await resend(target, surroundings(target.orderId, onWorking));
    return tell(result) !== null;
  }

  /** Says what came of a press; the delivery that is under way, or null where none is. */
  function tell(result: ResendOutcome): Delivery | null {
    switch (result.outcome) {
      case 'declined':
        return null;
      case 'no_email':
        onNoEmail(result.order);
        return null;
      case 'unread':
        toastProblem(result.problem, t('toast.unread'));
        return null;
      default: {
        const { delivery, outcome } = result;
        const number = orderNumber(result.order);
        started.current.set(delivery.id, number);
        if (outcome === 'started') noteUndoTime(queryClient, delivery.id, result.undoSeconds);
        else host.toast('info', t('toast.alreadyQueued', { number }));
        recordDelivery(queryClient, delivery);
        refreshDeliveries(queryClient);
        return delivery;
      }
    }
  }

  async function sendAgain(delivery: Delivery, onWorking: OnWorking): Promise<Delivery | null> {
    const parts = surroundings(delivery.orderId, onWorking);
    const asked = await askToSend(delivery, parts, delivery);
    if (asked.outcome !== 'agreed') {
      tell(asked);
      return null;
    }
    const { order, repeats } = asked;
    if (repeats !== null && repeats.id !== delivery.id) {
      // A newer one went out since, and the person was told of it: a retry would be refused for that.
      const batch = await requestSending(delivery, { allowRepeat: true }, parts);
      const queued = batch?.deliveries[0];
      return queued === undefined
        ? null
        : tell({ outcome: 'started', delivery: queued, order, undoSeconds: 0 });
    }
    const queued = await retry(delivery.id);
    if (queued !== null) started.current.set(queued.id, orderNumber(order));
    return queued;
  }

  /** One question about an order at a time; null where there is one, or it could not go on. */
  async function once<Answer>(
    orderId: number,
    press: Press,
    ask: () => Promise<Answer>,
  ): Promise<Answer | null> {
    if (asking.current.has(orderId)) return null;
    asking.current.add(orderId);
    setWorking(orderId, true);
    const end = presses.begin(press);
    try {
      return await ask();
    } catch (error) {
      toastProblem(error);
      return null;
    } finally {
      end();
      asking.current.delete(orderId);
      setWorking(orderId, false);
    }
  }

  const newest: Resender = {
    working,
    resend: async (target, onWorking = ignore) => {
      const { orderId, invoiceId } = target;
      const press: Press = { kind: 'resend', orderId, invoiceId };
      return (await once(orderId, press, () => send(target, onWorking))) ?? false;
    },
    sendAgain: (delivery, onWorking = ignore) =>
      once(delivery.orderId, { kind: 'other' }, () => sendAgain(delivery, onWorking)),
    async undo(deliveryId) {
      const canceled = await cancel(deliveryId);
      if (canceled !== null) announce(canceled);
    },
    prefetch() {
      clearTimeout(intent.current);
      intent.current = setTimeout(() => {
        if (host.kind === 'tab') prepareDialog();
        prefetchQuestion(queryClient);
      }, restMs);
    },
  };
  usePressAgain('resend', (press) => void newest.resend(press));
  return { resender: useStable(newest), announce };
}

/** The same object through every render, which does what the newest one does. */
function useStable(newest: Resender): Resender {
  const current = useRef(newest);
  useEffect(() => {
    current.current = newest;
  });
  const [stable] = useState<Resender>(() => ({
    working: newest.working,
    resend: (target, onWorking) => current.current.resend(target, onWorking),
    sendAgain: (delivery, onWorking) => current.current.sendAgain(delivery, onWorking),
    undo: (deliveryId) => current.current.undo(deliveryId),
    prefetch: () => current.current.prefetch(),
  }));
  return stable;
}
