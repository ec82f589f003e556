import type { Delivery } from '../../../contract/delivery.ts';
import { Card } from '../../components/Card.tsx';
import { useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { AnewRow } from './AnewRow.tsx';
import { counted } from './counted.ts';
import { MoreRows } from './MoreRows.tsx';
import type { OrdersOfPage } from './OrderName.tsx';
import classes from './TroubleList.module.css';
import { useFirstOf } from './useFirstOf.ts';

interface AnewCardProps {
  deliveries: readonly Delivery[];
  orders: OrdersOfPage;
}

/** What was sent anew: nothing of it waits here any more, and what came of it is told with what followed. */
export function AnewCard({ deliveries, orders }: AnewCardProps) {
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const { shown, more, showAll } = useFirstOf(deliveries);
  if (deliveries.length === 0) return null;
  return (
    <Card title={t('page.anew.title', counted(deliveries.length, language))}>
      <ul className={classes.rows}>
        {shown.map((delivery) => (
          <AnewRow key={delivery.id} delivery={delivery} orders={orders} />
        ))}
      </ul>
      <MoreRows more={more} onShow={showAll} />
    </Card>
  );
}
