import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { ChooseAll } from './ChooseAll.tsx';
import { ChooseOne } from './ChooseOne.tsx';
import { counted } from './counted.ts';
import { MoreRows } from './MoreRows.tsx';
import { OrderName, type OrdersOfPage } from './OrderName.tsx';
import type { OpenOnes } from './openOnes.ts';
import { canceledQuestion } from './retryQuestions.ts';
import classes from './TroubleList.module.css';
import { useChoice } from './useChoice.ts';
import { useFirstOf } from './useFirstOf.ts';
import { useRetry } from './useRetry.ts';

interface CanceledCardProps {
  batchId: string;
  canceled: OpenOnes;
  orders: OrdersOfPage;
}

/** What was taken back before it left, and can be sent after all. */
export function CanceledCard({ batchId, canceled, orders }: CanceledCardProps) {
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const { open, areComing } = canceled;
  const choice = useChoice();
  const { retry, busy } = useRetry(batchId);
  const { shown, more, showAll } = useFirstOf(open);
  if (open.length === 0) return null;
  const chosen = open.filter(({ id }) => choice.ids.has(id));
  const meant = chosen.length > 0 ? chosen : open;
  return (
    <Card
      title={t('page.canceled.title', counted(open.length, language))}
      actions={
        areComing ? null : (
          <span className={classes.buttons}>
            <Button
              size="small"
              busy={busy}
              onClick={() => void retry(meant, canceledQuestion(meant.length, { t, language }))}
            >
              {t('page.canceled.send', counted(meant.length, language))}
            </Button>
          </span>
        )
      }
    >
      <p className={classes.sentence}>{t('page.canceled.sentence')}</p>
      {open.length < 2 ? null : <ChooseAll ids={open.map(({ id }) => id)} choice={choice} />}
      <ul className={classes.rows}>
        {shown.map((delivery) => (
          <li key={delivery.id} className={classes.row} data-row={delivery.id}>
            {open.length < 2 ? null : (
              <ChooseOne delivery={delivery} orders={orders} choice={choice} />
            )}
            <OrderName orderId={delivery.orderId} orders={orders} />
          </li>
        ))}
      </ul>
      <MoreRows more={more} onShow={showAll} />
      {areComing ? <p className={classes.coming}>{t('page.failed.loading')}</p> : null}
    </Card>
  );
}
