import type { Delivery } from '../../contract/delivery.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import classes from './DeliveryReasonText.module.css';
import { reasonText } from './deliveryWords.ts';

/** Why it failed or is unconfirmed and what to do; Salla's own words below ours. */
export function DeliveryReasonText({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('deliveries');
  const { state, reason, message } = delivery;
  if (state !== 'failed' && state !== 'unconfirmed') return null;
  const words = reasonText(delivery, t);
  if (words === null) return null;
  return (
    <p className={classes.reason}>
      {words}
      {reason === null || message === null ? null : (
        <span className={classes.salla}>
          <bdi>{t('sallaSaid', { message })}</bdi>
        </span>
      )}
    </p>
  );
}
