import type { Batch } from '../../../contract/batch.ts';
import type { Delivery } from '../../../contract/delivery.ts';
import { useLayout, usePrimaryAction } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import type { OrdersOfDeliveries } from '../useOrdersOfDeliveries.ts';
import { counted } from './counted.ts';
import { FailedGroupView } from './FailedGroupView.tsx';
import { failureGroups, isOpen } from './failureGroups.ts';
import classes from './TroubleList.module.css';
import { useChoice } from './useChoice.ts';
import { useRetry } from './useRetry.ts';

interface FailedCardProps {
  batch: Batch;
  /** Those that were read so far. */
  failed: readonly Delivery[];
  areComing: boolean;
  orders: OrdersOfDeliveries;
}

/** What failed, by reason; all of it or what was chosen is sent anew with one press. */
export function FailedCard({ batch, failed, areComing, orders }: FailedCardProps) {
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const choice = useChoice();
  const { retry, busy } = useRetry(batch.batchId);
  const open = failed.filter(isOpen);
  const chosen = open.filter(({ id }) => choice.ids.has(id));
  const anew = failed.filter(({ followedBy }) => followedBy !== null).length;
  // Those that were not read yet count as well: the proxy knows them.
  const openCount = batch.counts.failed - anew;
  const some = chosen.length > 0;
  const count = some ? chosen.length : openCount;
  const title = t(some ? 'page.failed.retry' : 'page.failed.retryAll', counted(count, language));

  function start() {
    const meant = some ? chosen : open;
    const withoutEmail = meant.filter(({ reason }) => reason === 'no_email').length;
    void retry({ count, chosen: some ? chosen : null, withoutEmail });
  }
  usePrimaryAction(openCount === 0 ? null : { title, onClick: start, disabled: busy });

  if (failed.length === 0) return null;
  return (
    <Card
      title={t('page.failed.title', counted(batch.counts.failed, language))}
      actions={
        some ? (
          <Button size="small" busy={busy} onClick={start}>
            {title}
          </Button>
        ) : null
      }
    >
      {anew === 0 ? null : (
        <p className={classes.sentence}>{t('page.failed.anewCount', counted(anew, language))}</p>
      )}
      {failureGroups(failed).map((group) => (
        <FailedGroupView key={group.kind} group={group} orders={orders} choice={choice} />
      ))}
      {areComing ? <p className={classes.coming}>{t('page.failed.loading')}</p> : null}
    </Card>
  );
}
