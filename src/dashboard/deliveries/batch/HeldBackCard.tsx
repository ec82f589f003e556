import type { SkippedDelivery } from '../../../contract/delivery.ts';
import { useLayout } from '../../host/Host.ts';
import { formatRelative } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useNow } from '../../ui/Now.tsx';
import { staffName } from '../deliveryWords.ts';
import type { OrdersOfDeliveries } from '../useOrdersOfDeliveries.ts';
import { counted } from './counted.ts';
import { OrderName } from './OrderName.tsx';
import classes from './TroubleList.module.css';
import { useFirstOf } from './useFirstOf.ts';
import { useSendHeldBack } from './useSendHeldBack.ts';

interface HeldBackCardProps {
  skipped: readonly SkippedDelivery[];
  /** How many there are, read or not. */
  count: number;
  orders: OrdersOfDeliveries;
}

/** What was not sent with the others, as it was sent shortly before or is under way; why, when and by whom. */
export function HeldBackCard({ skipped, count, orders }: HeldBackCardProps) {
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const { send, busy } = useSendHeldBack();
  const { shown, more, showAll } = useFirstOf(skipped);
  const sendable = skipped.filter(({ reason }) => reason === 'sent_recently');
  if (skipped.length === 0) return null;
  return (
    <Card
      title={t('page.held.title', counted(count, language))}
      actions={
        sendable.length === 0 || skipped.length < count ? null : (
          <Button size="small" busy={busy} onClick={() => send(sendable)}>
            {t('page.held.send', counted(sendable.length, language))}
          </Button>
        )
      }
    >
      <p className={classes.sentence}>{t('page.held.sentence')}</p>
      <ul className={classes.rows}>
        {shown.map((held) => (
          <li key={held.orderId} className={classes.row}>
            <OrderName orderId={held.orderId} orders={orders} />
            <span className={classes.said}>
              <Why held={held} />
            </span>
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

function Why({ held: { reason, delivery } }: { held: SkippedDelivery }) {
  const { t } = useTranslation('batches');
  const { t: say } = useTranslation('deliveries');
  const { language } = useLayout();
  const now = useNow();
  const { state, finishedAt, requestedAt, requestedBy } = delivery;
  const isOpen = reason === 'sent_recently' && state === 'unconfirmed';
  return t(`page.held.${isOpen ? 'maybe_sent' : reason}`, {
    when: formatRelative(finishedAt ?? requestedAt, now, language),
    name: staffName(requestedBy, say),
  });
}
