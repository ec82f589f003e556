import { Isolate } from '../../components/Isolate.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './OrderLabel.module.css';
import type { OrdersOfDeliveries } from './useOrdersOfDeliveries.ts';

interface OrderLabelProps {
  orderId: number;
  orders: OrdersOfDeliveries;
}

/** An order's number and customer; a place for them until they are known, or that they were not found. */
export function OrderLabel({ orderId, orders }: OrderLabelProps) {
  const { t } = useTranslation();
  const { t: say } = useTranslation('deliveries');
  const order = orders.byId.get(orderId);
  const number = order?.number ?? null;
  const customer = order?.customer?.name ?? null;
  return (
    <span className={classes.name}>
      {number !== null ? (
        <span className={classes.number}>
          <bdi>{number}</bdi>
        </span>
      ) : orders.pending.has(orderId) ? (
        <>
          <Skeleton width="96px" />
          <VisuallyHidden>{t('loading')}</VisuallyHidden>
        </>
      ) : (
        <span className={classes.missing}>{say('page.orderMissing')}</span>
      )}
      {customer === null ? null : (
        <span className={classes.customer}>
          <Isolate cut>{customer}</Isolate>
        </span>
      )}
    </span>
  );
}
