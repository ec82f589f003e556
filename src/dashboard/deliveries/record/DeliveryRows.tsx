import type { Delivery } from '../../../contract/delivery.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { DeliveryRow } from './DeliveryRow.tsx';
import classes from './DeliveryTable.module.css';
import { DeliveryTableHead } from './DeliveryTableHead.tsx';
import type { OrdersOfDeliveries } from './useOrdersOfDeliveries.ts';

interface DeliveryRowsProps {
  deliveries: readonly Delivery[];
  orders: OrdersOfDeliveries;
  /** Rows that were sent together lead to their batch, the first of them for all. */
  namesBatches?: boolean;
  /** Another page's rows that wait for the new ones. */
  stale: boolean;
}

/** One page of deliveries, with the numbers and customers of their orders where they are known. */
export function DeliveryRows({
  deliveries,
  orders,
  namesBatches = false,
  stale,
}: DeliveryRowsProps) {
  const { t } = useTranslation('deliveries');
  return (
    <div className={classes.list}>
      <DataTable label={t('page.record')} stale={stale}>
        <DeliveryTableHead />
        <tbody>
          {deliveries.map((delivery, index) => (
            <DeliveryRow
              key={delivery.id}
              delivery={delivery}
              overtaken={
                delivery.followedBy !== null ||
                deliveries.findIndex(isOfSameOrder(delivery)) < index
              }
              namesBatch={namesBatches && beginsBatch(deliveries, index)}
              orders={orders}
            />
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}

const isOfSameOrder =
  ({ orderId }: Delivery) =>
  (other: Delivery) =>
    other.orderId === orderId;

/** The first of several rows of one batch, which stand together. */
function beginsBatch(deliveries: readonly Delivery[], index: number): boolean {
  const batchId = deliveries[index]?.batchId;
  return deliveries[index - 1]?.batchId !== batchId && deliveries[index + 1]?.batchId === batchId;
}
