import type { LastDelivery as Last } from '../../contract/invoice.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { DeliveryChip } from './DeliveryChip.tsx';
import classes from './LastDelivery.module.css';

/** What came of the newest sending, and when; that there was none. */
export function LastDelivery({ delivery }: { delivery: Last | null }) {
  const { t } = useTranslation('deliveries');
  if (delivery === null) return <span className="muted">{t('never')}</span>;
  return (
    <span className={classes.last}>
      <DeliveryChip state={delivery.state} />
      <span className={classes.when}>
        <RelativeTime instant={delivery.at} />
      </span>
    </span>
  );
}
