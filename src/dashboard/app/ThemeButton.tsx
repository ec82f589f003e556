import ComputerIcon from '@hugeicons/core-free-icons/ComputerIcon';
import Moon02Icon from '@hugeicons/core-free-icons/Moon02Icon';
import Sun03Icon from '@hugeicons/core-free-icons/Sun03Icon';
import { IconButton } from '../components/IconButton.tsx';
import { useLayout } from '../host/Host.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { useBrowserHost } from './BrowserHostContext.ts';

const themes = [
  { theme: 'system', icon: ComputerIcon },
  { theme: 'light', icon: Sun03Icon },
  { theme: 'dark', icon: Moon02Icon },
] as const;

/** One button that goes round: as the device, light, dark. */
export function ThemeButton() {
  const { t } = useTranslation();
  const { theme } = useLayout();
  const host = useBrowserHost();
  const at = themes.findIndex((known) => known.theme === theme);
  const current = themes[at];
  const next = themes[(at + 1) % themes.length];
  if (host === null || current === undefined || next === undefined) return null;
  return (
    <IconButton
      icon={current.icon}
      label={`${t('settings.theme')}: ${t(`settings.themes.${current.theme}`)}`}
      onClick={() => host.chooseTheme(next.theme)}
    />
  );
}
