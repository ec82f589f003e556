import type { TFunction } from 'i18next';
import type { Language } from '../../../contract/languages.ts';
import type { Confirmation } from '../../host/Host.ts';
import { counted } from './counted.ts';

interface Speech {
  t: TFunction<'batches'>;
  language: Language;
}

/** Before failed ones are sent anew; `withoutEmail` of them had no address to be sent to. */
export function failedQuestion(
  count: number,
  withoutEmail: number,
  { t, language }: Speech,
): Confirmation {
  const noEmail =
    withoutEmail > 0 ? [t('page.retryQuestion.noEmail', counted(withoutEmail, language))] : [];
  return {
    title: t('page.retryQuestion.title', counted(count, language)),
    message: [t('page.retryQuestion.message'), ...noEmail].join('\n'),
    confirmText: t('page.retryQuestion.confirm'),
    cancelText: t('page.dismiss'),
    variant: withoutEmail > 0 ? 'warning' : 'info',
    unanswered: t('unanswered.send'),
  };
}

/** Before unconfirmed ones are sent anew: the customers may have the email already. */
export function unconfirmedQuestion(count: number, { t, language }: Speech): Confirmation {
  return {
    title: t('page.unconfirmed.sendTitle', counted(count, language)),
    message: t('page.unconfirmed.second', counted(count, language)),
    confirmText: t('page.unconfirmed.send'),
    cancelText: t('page.dismiss'),
    variant: 'warning',
    unanswered: t('unanswered.send'),
  };
}

/** Before it is said of unconfirmed ones that they went out. */
export function wentOutQuestion(count: number, { t, language }: Speech): Confirmation {
  return {
    title: t('page.unconfirmed.wentOutTitle', counted(count, language)),
    message: t('page.unconfirmed.meaning', counted(count, language)),
    confirmText: t('page.unconfirmed.confirm', counted(count, language)),
    cancelText: t('page.unconfirmed.dismiss'),
    variant: 'warning',
    unanswered: t('unanswered.wentOut'),
  };
}

/** Before cancelled ones are sent after all. */
export function canceledQuestion(count: number, { t, language }: Speech): Confirmation {
  return {
    title: t('page.canceled.sendTitle', counted(count, language)),
    message: t('page.retryQuestion.message'),
    confirmText: t('page.retryQuestion.confirm'),
    cancelText: t('page.dismiss'),
    variant: 'info',
    unanswered: t('unanswered.send'),
  };
}
