import type { Delivery } from '../../../contract/delivery.ts';
import { useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { OutcomeSection, RowList } from './OutcomeSection.tsx';
import { pluralArgs } from './pluralArgs.ts';
import { RetriedRow } from './RetriedRow.tsx';
import type { OrdersOfPage } from './useShownOrders.ts';

interface RetriedSectionProps {
  deliveries: readonly Delivery[];
  orders: OrdersOfPage;
}

/** Deliveries that were retried: what became of them is shown with their retries. */
export function RetriedSection({ deliveries, orders }: RetriedSectionProps) {
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  if (deliveries.length === 0) return null;
  return (
    <OutcomeSection title={t('page.anew.title', pluralArgs(deliveries.length, language))}>
      <RowList rows={deliveries}>
        {(delivery) => <RetriedRow key={delivery.id} delivery={delivery} orders={orders} />}
      </RowList>
    </OutcomeSection>
  );
}
