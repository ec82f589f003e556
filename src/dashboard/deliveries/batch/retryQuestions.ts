import type { TFunction } from 'i18next';
import type { SkippedDelivery } from '../../../contract/delivery.ts';
import type { Language } from '../../../contract/languages.ts';
import type { Confirmation } from '../../host/Host.ts';
import { pluralArgs } from './pluralArgs.ts';

interface Words {
  t: TFunction<'batches'>;
  language: Language;
}

/** Before failed ones are retried; `withoutEmail` of them had no email. */
export function failedQuestion(
  count: number,
  withoutEmail: number,
  { t, language }: Words,
): Confirmation {
  const noEmail =
    withoutEmail > 0 ? [t('page.retryQuestion.noEmail', pluralArgs(withoutEmail, language))] : [];
  return {
    title: t('page.retryQuestion.title', pluralArgs(count, language)),
    message: [t('page.retryQuestion.message'), ...noEmail].join('\n'),
    confirmText: t('page.retryQuestion.confirm'),
    cancelText: t('page.dismiss'),
    variant: withoutEmail > 0 ? 'warning' : 'info',
    unanswered: t('unanswered.send'),
  };
}

/** Before unconfirmed ones are retried: the customers may have the email already. */
export function unconfirmedQuestion(count: number, { t, language }: Words): Confirmation {
  return {
    title: t('page.unconfirmed.sendTitle', pluralArgs(count, language)),
    message: t('page.unconfirmed.second', pluralArgs(count, language)),
    confirmText: t('page.unconfirmed.send'),
    cancelText: t('page.dismiss'),
    variant: 'warning',
    unanswered: t('unanswered.send'),
  };
}

/** Before skipped orders are sent anyway. */
export function skippedQuestion(
  skipped: readonly SkippedDelivery[],
  { t, language }: Words,
): Confirmation {
  const count = pluralArgs(skipped.length, language);
  const question = t('page.held.question', count);
  const someUnconfirmed = skipped.some(({ delivery }) => delivery.state === 'unconfirmed');
  return {
    title: t('page.held.questionTitle', count),
    message: someUnconfirmed ? `${question}\n${t('page.held.maybe')}` : question,
    confirmText: t('page.held.confirm'),
    cancelText: t('page.dismiss'),
    variant: 'warning',
    unanswered: t('unanswered.send'),
  };
}

/** Before unconfirmed ones are marked as sent. */
export function sentQuestion(count: number, { t, language }: Words): Confirmation {
  return {
    title: t('page.unconfirmed.wentOutTitle', pluralArgs(count, language)),
    message: t('page.unconfirmed.meaning', pluralArgs(count, language)),
    confirmText: t('page.unconfirmed.confirm', pluralArgs(count, language)),
    cancelText: t('page.unconfirmed.dismiss'),
    variant: 'warning',
    unanswered: t('unanswered.wentOut'),
  };
}

/** Before canceled ones are sent. */
export function canceledQuestion(count: number, { t, language }: Words): Confirmation {
  return {
    title: t('page.canceled.sendTitle', pluralArgs(count, language)),
    message: t('page.retryQuestion.message'),
    confirmText: t('page.retryQuestion.confirm'),
    cancelText: t('page.dismiss'),
    variant: 'info',
    unanswered: t('unanswered.send'),
  };
}
