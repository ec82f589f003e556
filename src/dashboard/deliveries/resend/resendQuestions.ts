import type { Delivery } from '../../../contract/delivery.ts';
import { countsFor, type DatedDocument } from '../../../contract/documentTime.ts';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import type { Language } from '../../../contract/languages.ts';
import type { Order, OrderSummary } from '../../../contract/order.ts';
import { emailDoubtText } from '../../api/emailDoubt.ts';
import type { Confirmation } from '../../host/Host.ts';
import { formatRelative } from '../../i18n/format.ts';
import { type DeliveryWords, staffName } from '../deliveryWords.ts';
import { plainText } from '../plainText.ts';
import { maskEmail } from './maskEmail.ts';

/** What the questions are put in: the words, the language, and the moment (epoch ms). */
export interface Speech {
  t: DeliveryWords;
  language: Language;
  now: number;
}

/** The invoice or the credit note that a sending is asked from. */
export type SentDocument = DatedDocument & Pick<InvoiceSummary, 'type'>;

interface SendFacts {
  order: Order;
  email: string;
  /** Of the order, newest first. */
  deliveries: readonly Delivery[];
  /** The one that went out minutes ago, or may have. */
  recent: Delivery | null;
  document?: SentDocument | undefined;
}

/**
 * The one question before a sending: the order, the address partly hidden, what went out before, when and by whom. What
 * went out before the document was made is told as what it is: an email of the order that did not have it.
 */
export function sendQuestion(facts: SendFacts, speech: Speech): Confirmation {
  const { order, email, deliveries, recent, document } = facts;
  const { t } = speech;
  const last = deliveries.find(({ state }) => state === 'sent');
  const open = deliveries.find(({ state }) => state === 'unconfirmed');
  const isEarlier = (delivery: Delivery) =>
    document !== undefined && !countsFor(document, { ...delivery, at: endOf(delivery) });
  const doubt = emailDoubtText(email, t);
  const told = [last, open].filter((delivery) => delivery !== undefined);
  const earlier = told.length > 0 && told.every(isEarlier);
  return {
    title: titleOf({ recent, isFirst: told.length === 0 || earlier, isOther: earlier }, speech),
    message: [
      aboutOrder(order, t),
      t('question.to', { email: plainText(maskEmail(email)) }),
      ...(doubt === null ? [] : [doubt]),
      ...(last ? [t('question.lastSent', whenAndWho(last, speech))] : []),
      // A try whose end nobody knows may have been the first one that went out.
      ...(last || open ? [] : [t('question.neverSent')]),
      ...(open ? [t('question.unconfirmed', whenAndWho(open, speech))] : []),
      ...(earlier && document ? [t(`question.earlier.${document.type}`)] : []),
      ...(recent?.state === 'sent' && !earlier ? [t('question.slow')] : []),
    ].join('\n'),
    confirmText: t(recent === null || earlier ? 'question.send' : 'question.sendAgain'),
    cancelText: t('question.cancel'),
    variant: recent === null && open === undefined && doubt === null ? 'info' : 'warning',
    unanswered: t('unanswered.send', { number: orderNumber(order) }),
  };
}

interface TitleFacts {
  recent: Delivery | null;
  /** Nothing went out that had this document. */
  isFirst: boolean;
  /** What went out left before this document was made. */
  isOther: boolean;
}

function titleOf({ recent, isFirst, isOther }: TitleFacts, speech: Speech): string {
  const { t } = speech;
  if (recent === null) return t(isFirst ? 'question.titleFirst' : 'question.title');
  const words = whenAndWho(recent, speech);
  if (recent.state === 'unconfirmed') return t('question.maybeRecentTitle', words);
  return t(isOther ? 'question.recentOrderTitle' : 'question.recentTitle', words);
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
    unanswered: t('unanswered.wentOut'),
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
    unanswered: t('unanswered.lost'),
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
  const at = endOf(delivery);
  const isNow = now - Date.parse(at) < 60_000;
  const when = isNow ? t('question.justNow') : formatRelative(at, now, language);
  return { when, name: staffName(delivery.requestedBy, t) };
}

function endOf({ finishedAt, requestedAt }: Delivery): string {
  return finishedAt ?? requestedAt;
}
