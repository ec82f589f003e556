import { useEffect } from 'react';
import { OrderLabel } from '../record/OrderLabel.tsx';
import type { OrdersOfDeliveries } from '../record/useOrdersOfDeliveries.ts';
import classes from './TroubleList.module.css';
import type { WantedNames } from './wantedNames.ts';

/** What is known of the orders of a batch's page; only those that are on the screen are looked up. */
export interface OrdersOfPage extends OrdersOfDeliveries, Pick<WantedNames, 'want'> {}

interface OrderNameProps {
  orderId: number;
  orders: OrdersOfPage;
}

/** An order's number and customer, which are looked up while this is on the screen. */
export function OrderName({ orderId, orders }: OrderNameProps) {
  const { want } = orders;
  useEffect(() => want(orderId), [want, orderId]);
  return (
    <span className={classes.name}>
      <OrderLabel orderId={orderId} orders={orders} />
    </span>
  );
}
