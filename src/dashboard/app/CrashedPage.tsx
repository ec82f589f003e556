import { useEffect } from 'react';
import { useHost } from '../host/Host.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { Button } from '../ui/Button.tsx';
import { FullPage } from '../ui/FullPage.tsx';

/** A page whose code broke, or could not be fetched: said, with a way on. */
export function CrashedPage() {
  const { t } = useTranslation();
  const host = useHost();
  useEffect(() => host.ready(), [host]);
  return (
    <FullPage title={t('crashed.title')} sentence={t('crashed.sentence')}>
      <Button variant="filled" onClick={() => location.reload()}>
        {t('actions.reload')}
      </Button>
    </FullPage>
  );
}
