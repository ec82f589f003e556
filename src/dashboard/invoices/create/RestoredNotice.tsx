import ArrowTurnBackwardIcon from '@hugeicons/core-free-icons/ArrowTurnBackwardIcon';
import { useEffect, useState } from 'react';
import type { UseFormReset } from 'react-hook-form';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { useHost } from '../../host/Host.ts';
import { fileNameText } from '../../i18n/fileName.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import type { CreateFormValues, Draft } from './createForm.ts';

interface RestoredNoticeProps {
  /** The file to choose again; files can't be stored. */
  fileName: string | null;
  onStartOver: () => void;
}

/** Says that the draft was restored, and what is missing. */
export function RestoredNotice({ fileName, onStartOver }: RestoredNoticeProps) {
  const { t } = useTranslation('create');
  return (
    <Banner
      tone="neutral"
      icon={ArrowTurnBackwardIcon}
      action={
        <Button size="small" onClick={onStartOver}>
          {t('restored.startOver')}
        </Button>
      }
    >
      {t('restored.sentence')}
      {fileName === null ? null : <> {t('restored.file', { name: fileNameText(fileName) })}</>}
    </Banner>
  );
}

/** Asks, then resets the restored form and deletes its draft. */
export function useStartOver(reset: UseFormReset<CreateFormValues>, { discard }: Draft) {
  const { t } = useTranslation('create');
  const host = useHost();
  const [startedOver, setStartedOver] = useState(false);

  useEffect(() => {
    // The focused button is gone.
    if (startedOver) document.querySelector<HTMLElement>('h1')?.focus();
  }, [startedOver]);

  async function startOver(): Promise<void> {
    const outcome = await host.confirm({
      title: t('restored.question.title'),
      message: t('restored.question.message'),
      confirmText: t('restored.question.confirm'),
      cancelText: t('restored.question.cancel'),
      variant: 'warning',
      unanswered: t('restored.question.unanswered'),
    });
    if (outcome !== 'confirmed') return;
    discard();
    reset();
    setStartedOver(true);
  }

  return { startedOver, startOver };
}
