import { useEffect, useState } from 'react';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './CreatePage.module.css';

const slowAfterMs = 8000;

/** Drawn while it is being created: says after a while that this takes its time. */
export function StillWaiting() {
  const { t } = useTranslation('create');
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p role="status" className={slow ? classes.waiting : 'visually-hidden'}>
      {slow ? t('submit.stillWaiting') : null}
    </p>
  );
}
