import { Link } from '@tanstack/react-router';
import type { Delivery } from '../../../contract/delivery.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { paths } from '../../paths.ts';
import { DeliveryActions } from '../DeliveryActions.tsx';
import { staffName } from '../deliveryWords.ts';
import type { OrdersOfDeliveries } from '../useOrdersOfDeliveries.ts';
import { isOpen } from './failureGroups.ts';
import { OrderName } from './OrderName.tsx';
import classes from './TroubleList.module.css';

interface FailedRowProps {
  delivery: Delivery;
  orders: OrdersOfDeliveries;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}

/** One that failed: chosen to be sent anew with others, sent anew alone, or sent anew already. */
export function FailedRow({ delivery, orders, chosen, onChoose }: FailedRowProps) {
  const { t } = useTranslation('batches');
  const { t: say } = useTranslation('deliveries');
  const { orderId, message, resolvedBy } = delivery;
  const number = orders.byId.get(orderId)?.number ?? null;
  const open = isOpen(delivery);
  return (
    <li className={classes.row}>
      {open ? (
        <span className={classes.choice}>
          <input
            type="checkbox"
            checked={chosen}
            onChange={({ target }) => onChoose(target.checked)}
            aria-label={
              number === null
                ? t('page.failed.chooseUnknown')
                : t('page.failed.choose', { order: number })
            }
          />
        </span>
      ) : null}
      <OrderName orderId={orderId} orders={orders} />
      <span className={classes.said}>
        {message === null ? null : <bdi>{say('sallaSaid', { message })}</bdi>}
        {resolvedBy === null ? null : say('page.decidedBy', { name: staffName(resolvedBy, say) })}
      </span>
      {open ? (
        <DeliveryActions delivery={delivery} order={orders.byId.get(orderId)} overtaken={false} />
      ) : (
        <Link
          to={paths.deliveries}
          search={{ orderId }}
          className={classes.anew}
          aria-label={number === null ? undefined : t('page.failed.anewOf', { order: number })}
        >
          {t('page.failed.anew')}
        </Link>
      )}
    </li>
  );
}
