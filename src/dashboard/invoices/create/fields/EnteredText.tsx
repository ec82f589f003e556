import { useTranslation } from '../../../i18n/useTranslation.tsx';
import classes from '../CreateSummary.module.css';

/** A typed text in the summary, with a placeholder while it is empty. */
export function EnteredText({ text }: { text: string }) {
  const { t } = useTranslation('createFields');
  if (text === '') return <span className="muted">{t('summary.notEntered')}</span>;
  return <bdi className={classes.entered}>{text}</bdi>;
}
