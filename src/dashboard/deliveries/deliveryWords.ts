import type { TFunction } from 'i18next';
import type { StaffMember } from '../../contract/common.ts';
import type { Delivery } from '../../contract/delivery.ts';
import type { ToastKind } from '../host/Host.ts';
import { plainText } from './plainText.ts';

export type DeliveryWords = TFunction<'deliveries'>;

/** A member of staff inside a sentence. */
export function staffName(member: StaffMember, t: DeliveryWords): string {
  return member.name === null ? t('staffMember') : plainText(member.name);
}

/** Why it did not go out, in words that a person can act on; Salla's own where ours are missing. */
export function reasonText(
  {
    state,
    reason,
    message,
    resolvedBy,
  }: Pick<Delivery, 'state' | 'reason' | 'message' | 'resolvedBy'>,
  t: DeliveryWords,
): string | null {
  if (state === 'failed' && resolvedBy !== null) return t('decidedNotSent');
  // What may have gone out is unconfirmed: a failed one found Salla in trouble until it was given up.
  if (state === 'failed' && reason === 'salla_error') return t('givenUp');
  if (reason !== null) return t(`reasons.${reason}`);
  return message === null ? null : t('sallaSaid', { message: plainText(message) });
}

/** What came of a delivery, as a toast says it; null while it is under way. */
export function outcomeToast(
  delivery: Delivery,
  orderNumber: string,
  t: DeliveryWords,
): { kind: ToastKind; message: string } | null {
  const words = { number: orderNumber, reason: reasonText(delivery, t) ?? '' };
  switch (delivery.state) {
    case 'sent':
      return { kind: 'success', message: t('toast.sent', words) };
    case 'failed':
      return { kind: 'error', message: t('toast.failed', words).trim() };
    case 'unconfirmed':
      return { kind: 'warning', message: t('toast.unconfirmed', words).trim() };
    case 'canceled':
      return { kind: 'info', message: t('toast.canceled', words) };
    default:
      return null;
  }
}
