import type { AsOf } from '../api/asOf.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import classes from './DataAge.module.css';
import { useNow } from './Now.tsx';

/**
 * A quiet line below data that is not of now: a busy store's people are shown each other's answers of the last minute.
 * Below it, so that no row moves under a finger when it comes.
 */
export function DataAge({ asOf }: AsOf) {
  const { t } = useTranslation();
  const now = useNow();
  if (asOf === null) return null;
  const seconds = Math.max(1, Math.round((now - asOf) / 1000));
  return (
    <p className={classes.age}>
      {seconds < 60
        ? t('asOfSeconds', { count: seconds })
        : t('asOfMinutes', { count: Math.floor(seconds / 60) })}
    </p>
  );
}
