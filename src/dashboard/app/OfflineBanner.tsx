import WifiDisconnected01Icon from '@hugeicons/core-free-icons/WifiDisconnected01Icon';
import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { Banner } from '../components/Banner.tsx';
import { useTranslation } from '../i18n/useTranslation.tsx';

export function OfflineBanner() {
  const { t } = useTranslation();
  const online = useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
    () => true,
  );
  if (online) return null;
  return (
    <Banner tone="warning" icon={WifiDisconnected01Icon}>
      {t('offline')}
    </Banner>
  );
}
