import { useEffect } from 'react';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { MissingText } from '../../ui/MissingText.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import type { OrdersOfDeliveries } from '../useOrdersOfDeliveries.ts';
import classes from './TroubleList.module.css';
import type { WantedNames } from './wantedNames.ts';

/** What is known of the orders of a batch's page; only those that are on the screen are looked up. */
export interface OrdersOfPage extends OrdersOfDeliveries, Pick<WantedNames, 'want'> {}

interface OrderNameProps {
  orderId: number;
  orders: OrdersOfPage;
}

/** An order's number and customer, as far as they are known. */
export function OrderName({ orderId, orders }: OrderNameProps) {
  const { t } = useTranslation();
  const { want } = orders;
  useEffect(() => want(orderId), [want, orderId]);
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
        <MissingText />
      )}
      {customer === null ? null : (
        <span className={classes.customer}>
          <bdi>{customer}</bdi>
        </span>
      )}
    </span>
  );
}
