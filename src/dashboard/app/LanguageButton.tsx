import { Button } from '../components/Button.tsx';
import { useLayout } from '../host/Host.ts';
import { sayMissingPart } from '../host/lazyPart.tsx';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { useBrowserHost } from './BrowserHostContext.ts';

/** The other language, in its own name. In Salla's frame the host decides. */
export function LanguageButton() {
  const { t } = useTranslation();
  const { language } = useLayout();
  const host = useBrowserHost();
  if (host === null) return null;
  const other = language === 'ar' ? 'en' : 'ar';
  return (
    <Button
      variant="quiet"
      lang={other}
      onClick={() => void host.chooseLanguage(other).catch(sayMissingPart)}
    >
      {t('settings.language')}
    </Button>
  );
}
