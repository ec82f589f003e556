import type { SkippedDelivery } from '../../../contract/delivery.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { useNow } from '../../components/Now.tsx';
import { useLayout } from '../../host/Host.ts';
import { formatRelative } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { staffName } from '../deliveryWords.ts';
import { counted } from './counted.ts';
import { MoreRows } from './MoreRows.tsx';
import { OrderName, type OrdersOfPage } from './OrderName.tsx';
import classes from './TroubleList.module.css';
import { useFirstOf } from './useFirstOf.ts';
import { useSendHeldBack } from './useSendHeldBack.ts';

interface HeldBackCardProps {
  skipped: readonly SkippedDelivery[];
  /** How many there are, read or not. */
  count: number;
  orders: OrdersOfPage;
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
          <span className={classes.buttons}>
            <Button size="small" busy={busy} onClick={() => send(sendable)}>
              {t('page.held.send', counted(sendable.length, language))}
            </Button>
          </span>
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
      <MoreRows more={more} onShow={showAll} />
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
  const why = isOpen ? 'maybe_sent' : reason;
  const at = finishedAt ?? requestedAt;
  const name = staffName(requestedBy, say);
  if (now - Date.parse(at) < 60_000) return t(`page.held.justNow.${why}`, { name });
  return t(`page.held.${why}`, { when: formatRelative(at, now, language), name });
}
