import type { Batch } from '../../../contract/batch.ts';
import type { Delivery } from '../../../contract/delivery.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { useLayout, usePrimaryAction } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { counted } from './counted.ts';
import { FailedGroupView } from './FailedGroupView.tsx';
import { failureGroups } from './failureGroups.ts';
import type { OrdersOfPage } from './OrderName.tsx';
import type { OpenOnes } from './openOnes.ts';
import { isLive } from './progress.ts';
import { failedQuestion } from './retryQuestions.ts';
import classes from './TroubleList.module.css';
import { useChoice } from './useChoice.ts';
import { useKeptFocus } from './useKeptFocus.ts';
import { useRetry } from './useRetry.ts';

interface FailedCardProps {
  batch: Batch;
  failed: OpenOnes;
  orders: OrdersOfPage;
}

/** What failed, by reason; once the batch has ended all of it, or at any time what was chosen, is sent anew with one press. */
export function FailedCard({ batch, failed, orders }: FailedCardProps) {
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const choice = useChoice();
  const { retry, busy } = useRetry(batch.batchId);
  const { open, anew, areComing } = failed;
  const focus = useKeptFocus(open.map(({ id }) => id));
  const chosen = open.filter(({ id }) => choice.ids.has(id));
  // Those that were not read yet count as well: the proxy knows them.
  const count = Math.max(open.length, batch.counts.failed - anew.length);
  // Without an address they would only fail once more.
  const canSucceed = areComing || open.some(({ reason }) => reason !== 'no_email');

  const start = (deliveries: readonly Delivery[] | null, howMany: number) => {
    const withoutEmail = (deliveries ?? open).filter(({ reason }) => reason === 'no_email').length;
    void retry(deliveries, failedQuestion(howMany, withoutEmail, { t, language }));
  };
  usePrimaryAction(
    count === 0 || !canSucceed || isLive(batch)
      ? null
      : {
          title: t('page.failed.retryAll', counted(count, language)),
          onClick: () => start(null, count),
          disabled: busy,
        },
  );

  if (open.length === 0) return null;
  return (
    <Card
      title={t('page.failed.title', counted(count, language))}
      actions={
        chosen.length === 0 ? null : (
          <span className={classes.buttons}>
            <Button size="small" busy={busy} onClick={() => start(chosen, chosen.length)}>
              {t('page.failed.retry', counted(chosen.length, language))}
            </Button>
          </span>
        )
      }
    >
      <div {...focus}>
        {failureGroups(open).map((group) => (
          <FailedGroupView
            key={group.kind}
            group={group}
            // While some are still to be read, no number of a part stands beside that of the whole.
            isWhole={open.length === count}
            orders={orders}
            choice={choice}
          />
        ))}
      </div>
      {areComing ? <p className={classes.coming}>{t('page.failed.loading')}</p> : null}
    </Card>
  );
}
