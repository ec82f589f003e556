import type { Delivery } from '../../../contract/delivery.ts';
import { useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DeliveryActions } from '../DeliveryActions.tsx';
import { reasonText } from '../deliveryWords.ts';
import type { OrdersOfDeliveries } from '../useOrdersOfDeliveries.ts';
import { counted } from './counted.ts';
import { OrderName } from './OrderName.tsx';
import classes from './TroubleList.module.css';
import { useFirstOf } from './useFirstOf.ts';

interface UnconfirmedCardProps {
  deliveries: readonly Delivery[];
  orders: OrdersOfDeliveries;
}

/** What may have gone out, each with the decision that only a person can take. */
export function UnconfirmedCard({ deliveries, orders }: UnconfirmedCardProps) {
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const { t: say } = useTranslation('deliveries');
  const open = deliveries.filter(({ state }) => state === 'unconfirmed');
  const { shown, more, showAll } = useFirstOf(open);
  if (open.length === 0) return null;
  return (
    <Card title={t('page.unconfirmed.title', counted(open.length, language))}>
      <p className={classes.sentence}>{t('page.unconfirmed.sentence')}</p>
      <ul className={classes.rows}>
        {shown.map((delivery) => (
          <li key={delivery.id} className={classes.row}>
            <OrderName orderId={delivery.orderId} orders={orders} />
            <span className={classes.said}>{reasonText(delivery, say)}</span>
            <DeliveryActions
              delivery={delivery}
              order={orders.byId.get(delivery.orderId)}
              overtaken={false}
            />
          </li>
        ))}
      </ul>
      {more === 0 ? null : (
        <Button size="small" variant="quiet" onClick={showAll}>
          {t('page.failed.more', counted(more, language))}
        </Button>
      )}
    </Card>
  );
}
