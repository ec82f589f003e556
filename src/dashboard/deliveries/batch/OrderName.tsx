import { OrderLabel } from '../record/OrderLabel.tsx';
import classes from './TroubleList.module.css';
import { type OrdersOfPage, useShow } from './useShownOrders.ts';

interface OrderNameProps {
  orderId: number;
  orders: OrdersOfPage;
}

/** An order's number and customer, which are fetched while this is on the screen. */
export function OrderName({ orderId, orders }: OrderNameProps) {
  useShow(orders, [orderId]);
  return (
    <span className={classes.name}>
      <OrderLabel orderId={orderId} orders={orders} />
    </span>
  );
}
