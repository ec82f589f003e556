import { useEffect, useState } from 'react';
import type { UseFormReset } from 'react-hook-form';
import { useHost } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import type { CreateFormValues, Draft } from './createForm.ts';

/** Empties a form that was brought back, once the person said so. */
export function useStartOver(reset: UseFormReset<CreateFormValues>, { discard }: Draft) {
  const { t } = useTranslation('create');
  const host = useHost();
  const [startedOver, setStartedOver] = useState(false);

  useEffect(() => {
    // The button that had the focus is gone.
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
