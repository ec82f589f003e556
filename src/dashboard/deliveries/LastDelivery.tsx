import Alert02Icon from '@hugeicons/core-free-icons/Alert02Icon';
import { Link } from '@tanstack/react-router';
import type { LastDelivery as Last } from '../../contract/invoice.ts';
import { paths } from '../../contract/pagePaths.ts';
import { RelativeTime } from '../components/RelativeTime.tsx';
import { StateChip } from '../components/StateChip.tsx';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { DeliveryChip } from './DeliveryChip.tsx';
import classes from './LastDelivery.module.css';

interface LastDeliveryProps {
  delivery: Last | null;
  /** Where the page tells no more: what went wrong leads to this order's deliveries. */
  orderId?: number;
  /** The customer is known to have no address: said before anybody presses. */
  noEmail?: boolean;
}

/** What came of the newest sending, and when; that there was none. */
export function LastDelivery({ delivery, orderId, noEmail = false }: LastDeliveryProps) {
  const { t } = useTranslation('deliveries');
  if (delivery === null && noEmail) {
    return (
      <StateChip tone="warning" icon={Alert02Icon} title={t('noEmail.title')}>
        {t('noEmail.short')}
      </StateChip>
    );
  }
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
      aria-label={`${t(`states.${state}`)}. ${why}`}
      // A click anywhere else in the row opens the invoice.
      onClick={(event) => event.stopPropagation()}
    >
      <DeliveryChip state={state} />
    </Link>
  );
}
