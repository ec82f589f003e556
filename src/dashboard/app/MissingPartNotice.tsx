import { useSyncExternalStore } from 'react';
import { Button } from '../components/Button.tsx';
import { PlainNotice } from '../components/PlainNotice.tsx';
import { useHost } from '../host/Host.ts';
import { partIsMissing } from '../host/lazyPart.tsx';
import { useTranslation } from '../i18n/useTranslation.tsx';

/** Something that was pressed needs code that could not be loaded. The page goes on; loading it again brings the newest version. */
export function MissingPartNotice() {
  const { t } = useTranslation();
  const host = useHost();
  const isMissing = useSyncExternalStore(
    partIsMissing.subscribe,
    partIsMissing.get,
    partIsMissing.get,
  );
  if (!isMissing) return null;
  return (
    <PlainNotice
      onDismiss={() => partIsMissing.set(false)}
      action={
        <Button size="small" variant="filled" onClick={host.reload}>
          {t('actions.reload')}
        </Button>
      }
    >
      {t('missingPart.pressed')}
    </PlainNotice>
  );
}
