import { Link } from '@tanstack/react-router';
import type { LastDelivery as Last } from '../../contract/invoice.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { paths } from '../paths.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { DeliveryChip } from './DeliveryChip.tsx';
import classes from './LastDelivery.module.css';

interface LastDeliveryProps {
  delivery: Last | null;
  /** Where the page tells no more: what went wrong leads to this order's deliveries. */
  orderId?: number;
}

/** What came of the newest sending, and when; that there was none. */
export function LastDelivery({ delivery, orderId }: LastDeliveryProps) {
  const { t } = useTranslation('deliveries');
  if (delivery === null) return <span className="muted">{t('never')}</span>;
  const { state, at } = delivery;
  const troubled = state === 'failed' || state === 'unconfirmed';
  return (
    <span className={classes.last}>
      {troubled && orderId !== undefined ? (
        <Troubled delivery={delivery} orderId={orderId} />
      ) : (
        <DeliveryChip state={state} explains={orderId === undefined} />
      )}
      <span className={classes.when}>
        <RelativeTime instant={at} />
      </span>
    </span>
  );
}

/** Why it went wrong, on hovering and to screen readers; a click tells it all. */
function Troubled({ delivery, orderId }: { delivery: Last; orderId: number }) {
  const { t } = useTranslation('deliveries');
  const { state, reason } = delivery;
  const why = reason === null ? t('why') : t(`reasons.${reason}`);
  return (
    <Link
      to={paths.deliveries}
      search={{ orderId }}
      className={classes.trouble}
      title={why}
      // A click anywhere else in the row opens the invoice.
      onClick={(event) => event.stopPropagation()}
    >
      <DeliveryChip state={state} />
      <span className="visually-hidden">. {why}</span>
    </Link>
  );
}
