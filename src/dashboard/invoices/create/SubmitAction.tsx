import { type ReactNode, useId } from 'react';
import { Button } from '../../components/Button.tsx';
import { useHost, usePrimaryAction } from '../../host/Host.ts';
import classes from './CreatePage.module.css';
import { StillWaiting } from './StillWaiting.tsx';

interface SubmitActionProps {
  title: string;
  underWay: boolean;
  /** Why it can't be created any more; null where it can. */
  barred: ReactNode;
  onSubmit: () => void;
}

/**
 * The page's one filled button, at the block end of the screen on a phone. In Salla's frame that is the host's, at
 * the top; a quieter one stands behind the last field, where a person is when all is entered.
 */
export function SubmitAction({ title, underWay, barred, onSubmit }: SubmitActionProps) {
  const { kind } = useHost();
  const reason = useId();
  const inFrame = kind === 'embedded';
  const isBarred = barred !== null;
  usePrimaryAction(inFrame ? { title, onClick: onSubmit, disabled: underWay || isBarred } : null);
  return (
    <div className={inFrame ? undefined : classes.submit}>
      {isBarred ? (
        <p id={reason} className={classes.barred}>
          {barred}
        </p>
      ) : null}
      {underWay ? <StillWaiting /> : null}
      <Button
        type="submit"
        variant={inFrame ? 'outlined' : 'filled'}
        busy={underWay}
        disabled={isBarred}
        aria-describedby={isBarred ? reason : undefined}
      >
        {title}
      </Button>
    </div>
  );
}
