import type { Order } from '../../../contract/order.ts';
import { Card } from '../../components/Card.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { ChosenOrder } from './ChosenOrder.tsx';
import classes from './CreatePage.module.css';

interface OrderFirstProps {
  order: Order;
  takesFocus: boolean;
  onOtherOrder: () => void;
}

/** The order, to be looked at while what it has already is on its way; then the form can begin. */
export function OrderFirst(props: OrderFirstProps) {
  return (
    <div className={classes.columns} aria-busy="true">
      <div className={classes.column}>
        <ChosenOrder {...props} invoices="pending" refused={null} />
        <Card>
          <Skeleton width="100%" height="120px" />
        </Card>
      </div>
    </div>
  );
}
