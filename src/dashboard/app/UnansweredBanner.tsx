import Alert02Icon from '@hugeicons/core-free-icons/Alert02Icon';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { Banner } from '../components/Banner.tsx';
import { Button } from '../components/Button.tsx';
import { useHost } from '../host/Host.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import classes from './UnansweredBanner.module.css';

/** A question of the host's that got no answer in time: says that nothing was done, until it is dismissed or asked again. */
export function UnansweredBanner() {
  const { t } = useTranslation();
  const host = useHost();
  const { pathname } = useLocation();
  const { get, subscribe } = host.unanswered;
  const sentence = useSyncExternalStore(subscribe, get, get);
  // The button that the sentence speaks of is on the page that asked.
  useEffect(() => {
    if (pathname !== '') host.dismissUnanswered();
  }, [host, pathname]);
  if (sentence === null) return null;
  return (
    <div className={classes.place}>
      <Banner
        tone="warning"
        icon={Alert02Icon}
        action={
          <Button size="small" onClick={host.dismissUnanswered}>
            {t('actions.dismiss')}
          </Button>
        }
      >
        {sentence}
      </Banner>
    </div>
  );
}
