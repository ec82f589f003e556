import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { Button } from './Button.tsx';
import classes from './PlainNotice.module.css';

interface PlainNoticeProps {
  children: ReactNode;
  onDismiss: () => void;
  /** What the person can do about it. */
  action?: ReactNode;
}

/** A notice over the page that needs no code besides the page's own: for when other code could not be loaded. */
export function PlainNotice({ children, onDismiss, action }: PlainNoticeProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.notice} role="alert">
      <p>{children}</p>
      <div className={classes.actions}>
        {action}
        <Button size="small" variant="quiet" onClick={onDismiss}>
          {t('actions.dismiss')}
        </Button>
      </div>
    </div>
  );
}
