import type { Delivery, DeliveryReason } from '../../contract/delivery.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import classes from './DeliveryReasonText.module.css';
import { reasonText } from './deliveryWords.ts';

/** We know better than Salla's answer, which may advise the opposite. */
const certain: ReadonlySet<DeliveryReason> = new Set(['no_email', 'not_found', 'reconnect']);

/** Why it failed or is unconfirmed and what to do; Salla's own words below ours. */
export function DeliveryReasonText({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('deliveries');
  const { state, reason, message } = delivery;
  if (state !== 'failed' && state !== 'unconfirmed') return null;
  const words = reasonText(delivery, t);
  const tellsSalla = reason !== null && message !== null && !certain.has(reason);
  if (words === null) return null;
  return (
    <p className={classes.reason}>
      {words}
      {!tellsSalla ? null : (
        <span className={classes.salla}>
          <bdi>{t('sallaSaid', { message })}</bdi>
        </span>
      )}
    </p>
  );
}
