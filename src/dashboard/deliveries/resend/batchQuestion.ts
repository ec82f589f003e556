import type { TFunction } from 'i18next';
import type { DeliveryPreview } from '../../../contract/batch.ts';
import type { Language } from '../../../contract/languages.ts';
import type { Confirmation } from '../../host/Host.ts';
import { formatNumber } from '../../i18n/format.ts';

/** What the question is put in. */
export interface BatchSpeech {
  t: TFunction<'batches'>;
  language: Language;
}

/** Says what will happen: how many get an email, who is left out and why, and about how long it takes. */
export function batchQuestion(
  preview: DeliveryPreview,
  creditNotes: number,
  { t, language }: BatchSpeech,
): Confirmation {
  const { toSend, sentRecently, alreadyQueued } = preview;
  const counted = (count: number) => ({ count, n: formatNumber(count, language) });
  return {
    title: t('choose.title', counted(toSend)),
    message: [
      t('choose.oneEmail'),
      ...(creditNotes === 0 ? [] : [t('choose.creditNotes', counted(creditNotes))]),
      ...(sentRecently === 0 ? [] : [t('choose.sentRecently', counted(sentRecently))]),
      ...(alreadyQueued === 0 ? [] : [t('choose.alreadyQueued', counted(alreadyQueued))]),
      howLong(preview.secondsLeft, { t, language }),
    ].join('\n'),
    confirmText: t('choose.send', counted(toSend)),
    cancelText: t('choose.cancel'),
    variant: 'info',
    unanswered: t('unanswered.send'),
  };
}

/** All that could go out went out a short while ago, or may have: asks whether to send it once more. */
export function batchRepeatQuestion(
  { toSend, alreadyQueued, secondsLeft }: DeliveryPreview,
  { t, language }: BatchSpeech,
): Confirmation {
  const counted = (count: number) => ({ count, n: formatNumber(count, language) });
  return {
    title: t('choose.repeatTitle'),
    message: [
      t('choose.repeat', counted(toSend)),
      ...(alreadyQueued === 0 ? [] : [t('choose.alreadyQueued', counted(alreadyQueued))]),
      howLong(secondsLeft, { t, language }),
    ].join('\n'),
    confirmText: t('choose.sendAgain', counted(toSend)),
    cancelText: t('choose.cancel'),
    variant: 'warning',
    unanswered: t('unanswered.send'),
  };
}

/** Rounded up, so that it is rarely over before it is done. */
function howLong(seconds: number | null, { t, language }: BatchSpeech): string {
  if (seconds === null) return t('choose.paceUnknown');
  if (seconds < 10) return t('choose.takesSeconds');
  const [unit, count] =
    seconds <= 50
      ? (['second', Math.ceil(seconds / 10) * 10] as const)
      : (['minute', Math.ceil(seconds / 60)] as const);
  const duration = t(`choose.${unit}`, { count, n: formatNumber(count, language) });
  return t('choose.takes', { duration });
}
