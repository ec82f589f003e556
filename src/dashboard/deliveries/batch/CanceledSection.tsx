import type { Delivery } from '../../../contract/delivery.ts';
import { Button } from '../../components/Button.tsx';
import { useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { useRetry } from './batchMutations.ts';
import { ChooseAll, ChooseOne, useChoice } from './choice.tsx';
import { OrderName } from './OrderName.tsx';
import { OutcomeSection, RowList } from './OutcomeSection.tsx';
import { pluralArgs } from './pluralArgs.ts';
import { canceledQuestion } from './retryQuestions.ts';
import classes from './TroubleList.module.css';
import type { OrdersOfPage } from './useShownOrders.ts';

interface CanceledSectionProps {
  batchId: string;
  canceled: readonly Delivery[];
  orders: OrdersOfPage;
}

/** Canceled deliveries, which can be sent later. */
export function CanceledSection({ batchId, canceled, orders }: CanceledSectionProps) {
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const choice = useChoice();
  const retry = useRetry(batchId);
  if (canceled.length === 0) return null;
  const chosen = canceled.filter(({ id }) => choice.ids.has(id));
  const toSend = chosen.length > 0 ? chosen : canceled;
  const canChoose = canceled.length > 1;
  return (
    <OutcomeSection
      title={t('page.canceled.title', pluralArgs(canceled.length, language))}
      sentence={t('page.canceled.sentence')}
      actions={
        <Button
          size="small"
          busy={retry.isPending}
          onClick={() => void retry.run(toSend, canceledQuestion(toSend.length, { t, language }))}
        >
          {t('page.canceled.send', pluralArgs(toSend.length, language))}
        </Button>
      }
    >
      {canChoose ? <ChooseAll deliveries={canceled} choice={choice} /> : null}
      <RowList rows={canceled}>
        {(delivery) => (
          <li key={delivery.id} className={classes.row} data-row={delivery.id}>
            {canChoose ? <ChooseOne delivery={delivery} orders={orders} choice={choice} /> : null}
            <OrderName orderId={delivery.orderId} orders={orders} />
          </li>
        )}
      </RowList>
    </OutcomeSection>
  );
}
