import { useTranslation } from '../i18n/useTranslation.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** What Salla did not say: a dash for the eye, words for the ear. */
export function MissingText() {
  const { t } = useTranslation();
  return (
    <>
      <span aria-hidden="true" className="muted">
        {t('missing')}
      </span>
      <VisuallyHidden>{t('missingLabel')}</VisuallyHidden>
    </>
  );
}
