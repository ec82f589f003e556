import type { SkippedDelivery } from '../../../contract/delivery.ts';
import { Button } from '../../components/Button.tsx';
import { useNow } from '../../components/Now.tsx';
import { useLayout } from '../../host/Host.ts';
import { formatRelative } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { staffName } from '../deliveryWords.ts';
import { useSendSkipped } from './batchMutations.ts';
import { OrderName } from './OrderName.tsx';
import { OutcomeSection, RowList } from './OutcomeSection.tsx';
import { pluralArgs } from './pluralArgs.ts';
import { skippedQuestion } from './retryQuestions.ts';
import classes from './TroubleList.module.css';
import type { OrdersOfPage } from './useShownOrders.ts';

interface SkippedSectionProps {
  skipped: readonly SkippedDelivery[];
  orders: OrdersOfPage;
}

/** Skipped orders: sent shortly before, or active; why, when and by whom. */
export function SkippedSection({ skipped, orders }: SkippedSectionProps) {
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const { run, isPending } = useSendSkipped();
  if (skipped.length === 0) return null;
  const sendable = skipped.filter(({ reason }) => reason === 'sent_recently');
  return (
    <OutcomeSection
      title={t('page.held.title', pluralArgs(skipped.length, language))}
      sentence={t('page.held.sentence')}
      actions={
        sendable.length === 0 ? null : (
          <Button
            size="small"
            busy={isPending}
            onClick={() => void run(sendable, skippedQuestion(sendable, { t, language }))}
          >
            {t('page.held.send', pluralArgs(sendable.length, language))}
          </Button>
        )
      }
    >
      <RowList rows={skipped}>
        {(one) => (
          <li key={one.orderId} className={classes.row}>
            <OrderName orderId={one.orderId} orders={orders} />
            <span className={classes.said}>
              <Why skipped={one} />
            </span>
          </li>
        )}
      </RowList>
    </OutcomeSection>
  );
}

function Why({ skipped: { reason, delivery } }: { skipped: SkippedDelivery }) {
  const { t } = useTranslation('batches');
  const { t: say } = useTranslation('deliveries');
  const { language } = useLayout();
  const now = useNow();
  const { state, finishedAt, requestedAt, requestedBy } = delivery;
  const isUnconfirmed = reason === 'sent_recently' && state === 'unconfirmed';
  const why = isUnconfirmed ? 'maybe_sent' : reason;
  const at = finishedAt ?? requestedAt;
  const name = staffName(requestedBy, say);
  if (now - Date.parse(at) < 60_000) return t(`page.held.justNow.${why}`, { name });
  return t(`page.held.${why}`, { when: formatRelative(at, now, language), name });
}
