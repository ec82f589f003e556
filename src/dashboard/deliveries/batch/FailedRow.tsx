import type { Delivery } from '../../../contract/delivery.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { staffName } from '../deliveryWords.ts';
import { DeliveryActions } from '../record/DeliveryActions.tsx';
import { ChooseOne } from './ChooseOne.tsx';
import { OpenInSalla } from './OpenInSalla.tsx';
import { OrderName, type OrdersOfPage } from './OrderName.tsx';
import classes from './TroubleList.module.css';
import type { Choice } from './useChoice.ts';

interface FailedRowProps {
  delivery: Delivery;
  orders: OrdersOfPage;
  choice: Choice;
}

/** One that failed: chosen to be sent anew with others, or sent anew alone; without an address that is mended first. */
export function FailedRow({ delivery, orders, choice }: FailedRowProps) {
  const { t: say } = useTranslation('deliveries');
  const { orderId, reason, message, resolvedBy } = delivery;
  const order = orders.byId.get(orderId);
  const lacksEmail = reason === 'no_email';
  return (
    <li className={classes.row} data-row={delivery.id}>
      <ChooseOne delivery={delivery} orders={orders} choice={choice} />
      <OrderName orderId={orderId} orders={orders} />
      <span className={classes.said}>
        {/* Salla's own words for this one advise the opposite. */}
        {message === null || lacksEmail ? null : (
          <span className={classes.line}>
            <bdi>{say('sallaSaid', { message })}</bdi>
          </span>
        )}
        {resolvedBy === null ? null : (
          <span className={classes.line}>
            {say('page.decidedBy', { name: staffName(resolvedBy, say) })}
          </span>
        )}
      </span>
      <span className={classes.buttons}>
        {lacksEmail ? <OpenInSalla orderId={orderId} number={order?.number ?? null} /> : null}
        <DeliveryActions delivery={delivery} order={order} overtaken={false} />
      </span>
    </li>
  );
}
