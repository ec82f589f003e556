import { type ReactNode, useState } from 'react';
import type { Delivery } from '../../../contract/delivery.ts';
import { isActive } from '../../../contract/deliveryStates.ts';
import { useHost } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { outcomeToast } from '../deliveryWords.ts';
import { useDeliveryActions } from '../record/useDeliveryActions.ts';
import { ResendContext, type Resender } from '../resend/ResendContext.ts';
import { useDeliveryProgress } from '../useDeliveryProgress.ts';
import { SentHereContext } from './SentHereContext.ts';
import type { OrdersOfPage } from './useShownOrders.ts';

interface SentHereProviderProps {
  resender: Resender;
  orders: OrdersOfPage;
  children: ReactNode;
}

/** Around the rows of a batch's page: what is sent anew from them one at a time is followed, and its end is said. */
export function SentHereProvider({ resender, orders, children }: SentHereProviderProps) {
  const host = useHost();
  const { t } = useTranslation('deliveries');
  const { cancel } = useDeliveryActions();
  const [followers, setFollowers] = useState<ReadonlyMap<string, Delivery>>(new Map());

  function ended(delivery: Delivery) {
    setFollowers((known) => withNews(known, delivery));
    const number = orders.byId.get(delivery.orderId)?.number ?? delivery.orderId;
    const toast = outcomeToast(delivery, String(number), t);
    if (toast !== null) host.toast(toast.kind, toast.message);
  }
  const underWay = [...followers.values()]
    .filter(({ state }) => isActive(state))
    .map(({ id }) => id);
  useDeliveryProgress([...underWay].sort(), ended);

  const noting: Resender = {
    ...resender,
    sendAgain: async (delivery, onWorking) => {
      const follower = await resender.sendAgain(delivery, onWorking);
      if (follower !== null) {
        setFollowers((known) => new Map(known).set(delivery.id, follower));
      }
      return follower;
    },
  };
  const undo = async (follower: Delivery) => {
    const canceled = await cancel(follower.id);
    if (canceled !== null) ended(canceled);
  };
  return (
    <ResendContext value={noting}>
      <SentHereContext value={{ followers, undo }}>{children}</SentHereContext>
    </ResendContext>
  );
}

function withNews(
  known: ReadonlyMap<string, Delivery>,
  news: Delivery,
): ReadonlyMap<string, Delivery> {
  return new Map(
    [...known].map(([old, follower]) => [old, follower.id === news.id ? news : follower] as const),
  );
}
