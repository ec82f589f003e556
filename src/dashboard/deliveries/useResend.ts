import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Delivery } from '../../contract/delivery.ts';
import type { Order } from '../../contract/order.ts';
import { useHost, useLayout } from '../host/Host.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { prepareDialog } from '../ui/Dialog.tsx';
import { outcomeToast } from './deliveryWords.ts';
import type { OnWorking, Resender } from './ResendContext.ts';
import { recordDelivery, refreshDeliveries } from './recordDelivery.ts';
import { askToSend, prefetchQuestion, type ResendTarget, resend } from './resend.ts';
import { orderNumber } from './resendQuestions.ts';
import { useDeliveryActions } from './useDeliveryActions.ts';
import { useProblemToast } from './useProblemToast.ts';

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

  function surroundings(onWorking: OnWorking) {
    const confirm: typeof host.confirm = async (question) => {
      onWorking(false);
      const confirmed = await host.confirm(question);
      onWorking(confirmed);
      return confirmed;
    };
    const randomId = () => crypto.randomUUID();
    return { host: { confirm }, queryClient, t, language, now: Date.now, randomId };
  }

  async function send(target: ResendTarget, onWorking: OnWorking): Promise<boolean> {
    const result = await resend(target, surroundings(onWorking));
    if (result.outcome === 'declined') return false;
    if (result.outcome === 'no_email') {
      onNoEmail(result.order);
      return false;
    }
    const number = orderNumber(result.order);
    started.current.set(result.delivery.id, number);
    if (result.outcome === 'under_way') host.toast('info', t('toast.alreadyQueued', { number }));
    recordDelivery(queryClient, result.delivery);
    refreshDeliveries(queryClient);
    return true;
  }

  async function sendAgain(delivery: Delivery, onWorking: OnWorking): Promise<Delivery | null> {
    const asked = await askToSend(delivery, surroundings(onWorking), delivery);
    if (asked.outcome === 'no_email') onNoEmail(asked.order);
    if (asked.outcome !== 'agreed') return null;
    const queued = await retry(delivery.id);
    if (queued !== null) started.current.set(queued.id, orderNumber(asked.order));
    return queued;
  }

  /** One question about an order at a time; null where there is one, or it could not go on. */
  async function once<Answer>(orderId: number, ask: () => Promise<Answer>): Promise<Answer | null> {
    if (asking.current.has(orderId)) return null;
    asking.current.add(orderId);
    try {
      return await ask();
    } catch (error) {
      toastProblem(error);
      return null;
    } finally {
      asking.current.delete(orderId);
    }
  }

  const newest: Resender = {
    resend: async (target, onWorking = ignore) =>
      (await once(target.orderId, () => send(target, onWorking))) ?? false,
    sendAgain: (delivery, onWorking = ignore) =>
      once(delivery.orderId, () => sendAgain(delivery, onWorking)),
    async undo(deliveryId) {
      const canceled = await cancel(deliveryId);
      if (canceled !== null) announce(canceled);
    },
    prefetch(target) {
      clearTimeout(intent.current);
      intent.current = setTimeout(() => {
        if (host.kind === 'tab') prepareDialog();
        prefetchQuestion(queryClient, target);
      }, restMs);
    },
  };
  return { resender: useStable(newest), announce };
}

/** The same object through every render, which does what the newest one does. */
function useStable(newest: Resender): Resender {
  const current = useRef(newest);
  useEffect(() => {
    current.current = newest;
  });
  const [stable] = useState<Resender>(() => ({
    resend: (target, onWorking) => current.current.resend(target, onWorking),
    sendAgain: (delivery, onWorking) => current.current.sendAgain(delivery, onWorking),
    undo: (deliveryId) => current.current.undo(deliveryId),
    prefetch: (target) => current.current.prefetch(target),
  }));
  return stable;
}
