import type { Delivery } from '../../contract/delivery.ts';
import { Card } from '../components/Card.tsx';
import { DateText } from '../components/DateText.tsx';
import { Isolate } from '../components/Isolate.tsx';
import { RelativeTime } from '../components/RelativeTime.tsx';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { DeliveryChip } from './DeliveryChip.tsx';
import { DeliveryReasonText } from './DeliveryReasonText.tsx';
import classes from './DeliveryStory.module.css';
import { staffName } from './deliveryWords.ts';

/** Who sent an order's invoice when, and what came of it, newest first. */
export function DeliveryStory({ deliveries }: { deliveries: readonly Delivery[] }) {
  const { t } = useTranslation('deliveries');
  return (
    <Card title={t('story.label')}>
      {deliveries.length === 0 ? (
        <p className={`${classes.empty} muted`}>{t('story.empty')}</p>
      ) : (
        <ol className={classes.story}>
          {deliveries.map((delivery) => (
            <Moment key={delivery.id} delivery={delivery} />
          ))}
        </ol>
      )}
    </Card>
  );
}

function Moment({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('deliveries');
  const at = delivery.finishedAt ?? delivery.requestedAt;
  return (
    <li className={classes.moment}>
      <p className={classes.state}>
        <DeliveryChip state={delivery.state} />
        <RelativeTime instant={at} />
      </p>
      <p className={classes.note}>
        <Isolate>{t('story.by', { name: staffName(delivery.requestedBy, t) })}</Isolate>
        {' · '}
        <DateText date={at} time={at} />
      </p>
      <DeliveryReasonText delivery={delivery} />
      {delivery.resolvedBy === null ? null : (
        <p className={classes.note}>
          {t('story.decidedBy', { name: staffName(delivery.resolvedBy, t) })}
        </p>
      )}
    </li>
  );
}
