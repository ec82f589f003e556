import ArrowTurnBackwardIcon from '@hugeicons/core-free-icons/ArrowTurnBackwardIcon';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Delivery } from '../../../contract/delivery.ts';
import { paths } from '../../../contract/pagePaths.ts';
import { Button } from '../../components/Button.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { DeliveryChip } from '../DeliveryChip.tsx';
import { OrderName } from './OrderName.tsx';
import { useSentHere } from './SentHereContext.ts';
import classes from './TroubleList.module.css';
import type { OrdersOfPage } from './useShownOrders.ts';

interface RetriedRowProps {
  delivery: Delivery;
  orders: OrdersOfPage;
}

/** A retried delivery. A retry that was started here can be undone while it is queued. */
export function RetriedRow({ delivery, orders }: RetriedRowProps) {
  const { t } = useTranslation('batches');
  const { t: say } = useTranslation('deliveries');
  const { followers, undo } = useSentHere();
  const [undoing, setUndoing] = useState(false);
  const { id, orderId } = delivery;
  const follower = followers.get(id);
  const order = orders.byId.get(orderId)?.number ?? null;
  return (
    <li className={classes.row} data-row={id}>
      <OrderName orderId={orderId} orders={orders} />
      <span className={classes.said}>
        {follower === undefined ? t('page.failed.anew') : <DeliveryChip state={follower.state} />}
      </span>
      {follower?.state === 'queued' ? (
        <Button
          size="small"
          icon={ArrowTurnBackwardIcon}
          iconPoints
          busy={undoing}
          aria-label={order === null ? undefined : say('undoOrder', { order })}
          onClick={() => {
            setUndoing(true);
            void undo(follower).finally(() => setUndoing(false));
          }}
        >
          {say('undo')}
        </Button>
      ) : null}
      <Link
        to={paths.deliveries}
        search={{ orderId }}
        className={classes.retried}
        aria-label={order === null ? undefined : t('page.anew.seeOf', { order })}
      >
        {t('page.anew.see')}
      </Link>
    </li>
  );
}
