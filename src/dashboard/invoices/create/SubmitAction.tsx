import { type ReactNode, useId } from 'react';
import { Button } from '../../components/Button.tsx';
import { useIsSlow } from '../../components/useIsSlow.ts';
import { useHost, usePrimaryAction } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './CreatePage.module.css';

interface SubmitActionProps {
  title: string;
  pending: boolean;
  /** Why submitting is disabled; null if it is enabled. */
  disabledReason: ReactNode;
  onSubmit: () => void;
}

/**
 * The submit button: filled, and fixed to the bottom on a phone. In Salla's frame the host draws the primary action at
 * the top, and this button is outlined, after the last field.
 */
export function SubmitAction({ title, pending, disabledReason, onSubmit }: SubmitActionProps) {
  const { kind } = useHost();
  const reason = useId();
  const inFrame = kind === 'embedded';
  const isBarred = disabledReason !== null;
  usePrimaryAction(inFrame ? { title, onClick: onSubmit, disabled: pending || isBarred } : null);
  return (
    <div className={inFrame ? undefined : classes.submit}>
      {isBarred ? (
        <p id={reason} className={classes.barred}>
          {disabledReason}
        </p>
      ) : null}
      {pending ? <SlowNotice /> : null}
      <Button
        type="submit"
        variant={inFrame ? 'outlined' : 'filled'}
        busy={pending}
        disabled={isBarred}
        aria-describedby={isBarred ? reason : undefined}
      >
        {title}
      </Button>
    </div>
  );
}

/** Shown while creating: after 8 s it says that this takes a while. */
function SlowNotice() {
  const { t } = useTranslation('create');
  const slow = useIsSlow();
  return (
    <p role="status" className={slow ? classes.waiting : 'visually-hidden'}>
      {slow ? t('submit.stillWaiting') : null}
    </p>
  );
}
