import type { Delivery, SkippedDelivery } from '../../contract/delivery.ts';
import type { Order, OrderSummary } from '../../contract/order.ts';
import type { Confirmation } from '../host/Host.ts';
import { formatRelative } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import { type DeliveryWords, staffName } from './deliveryWords.ts';
import { maskEmail } from './maskEmail.ts';
import { plainText } from './plainText.ts';

/** What the questions are put in: the words, the language, and the moment (epoch ms). */
export interface Speech {
  t: DeliveryWords;
  language: Language;
  now: number;
}

/** Says what will happen: the order, the address partly hidden, when it last went and by whom. */
export function sendQuestion(
  order: Order,
  email: string,
  deliveries: readonly Delivery[],
  { t, ...speech }: Speech,
): Confirmation {
  const last = deliveries.find(({ state }) => state === 'sent');
  const open = deliveries.find(({ state }) => state === 'unconfirmed');
  return {
    title: t('question.title'),
    message: [
      aboutOrder(order, t),
      t('question.to', { email: plainText(maskEmail(email)) }),
      ...(last ? [t('question.lastSent', whenAndWho(last, { t, ...speech }))] : []),
      // A try whose end nobody knows may have been the first one that went out.
      ...(last || open ? [] : [t('question.neverSent')]),
      ...(open ? [t('question.unconfirmed', whenAndWho(open, { t, ...speech }))] : []),
    ].join('\n'),
    confirmText: t('question.send'),
    cancelText: t('question.cancel'),
    variant: open === undefined ? 'info' : 'warning',
  };
}

/** It went out minutes ago, or may have: asks again. */
export function repeatQuestion({ delivery }: SkippedDelivery, speech: Speech): Confirmation {
  const { t } = speech;
  const isOpen = delivery.state === 'unconfirmed';
  return {
    title: isOpen ? t('question.maybeRecentTitle') : t('question.recentTitle'),
    message: t(isOpen ? 'question.maybeRecent' : 'question.recent', whenAndWho(delivery, speech)),
    confirmText: t('question.sendAgain'),
    cancelText: t('question.cancel'),
    variant: 'warning',
  };
}

/** A person says that an unconfirmed one went out: nobody is asked about it again. `order` where it is known. */
export function wentOutQuestion(
  delivery: Delivery,
  order: OrderSummary | undefined,
  speech: Speech,
): Confirmation {
  const { t } = speech;
  const about = order === undefined || order.number === null ? [] : [aboutOrder(order, t)];
  const tried = t('wentOutQuestion.tried', whenAndWho(delivery, speech));
  return {
    title: t('wentOutQuestion.title'),
    message: [...about, tried, t('wentOutQuestion.meaning')].join('\n'),
    confirmText: t('wentOutQuestion.confirm'),
    cancelText: t('question.cancel'),
    variant: 'warning',
  };
}

/** The answer was lost on its way: asking the server again sends nothing twice. */
export function lostAnswerQuestion({ t }: Pick<Speech, 't'>): Confirmation {
  return {
    title: t('question.lostTitle'),
    message: t('question.lost'),
    confirmText: t('question.tryAgain'),
    cancelText: t('question.cancel'),
    variant: 'warning',
  };
}

/** The number that people know, else Salla's id: it is all there is to name the order by. */
export function orderNumber(order: { id: number; number: number | null }): string {
  return plainText(String(order.number ?? order.id));
}

function aboutOrder(order: OrderSummary, t: DeliveryWords): string {
  const number = orderNumber(order);
  const customer = order.customer?.name;
  return customer
    ? t('question.about', { number, customer: plainText(customer) })
    : t('question.aboutOrder', { number });
}

function whenAndWho(delivery: Delivery, { t, language, now }: Speech) {
  const at = delivery.finishedAt ?? delivery.requestedAt;
  return { when: formatRelative(at, now, language), name: staffName(delivery.requestedBy, t) };
}
