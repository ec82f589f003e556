import { useHost } from '../host/Host.ts';
import { usePressAgain } from '../host/reloading.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';

/** The page had to load itself again after a press that it can't begin again by itself: says so. */
export function PressAgain() {
  const { t } = useTranslation();
  const host = useHost();
  usePressAgain('other', () => host.toast('info', t('pressAgain')));
  return null;
}
