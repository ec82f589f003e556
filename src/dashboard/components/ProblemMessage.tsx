import type { ReactNode } from 'react';
import { ProblemError, waitableProblem } from '../api/ProblemError.ts';
import { problemWords } from '../api/problemWords.ts';
import { useHost } from '../host/Host.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { Button, buttonClass } from './Button.tsx';
import classes from './ProblemMessage.module.css';
import { RetryCountdown } from './RetryCountdown.tsx';
import { SupportCode } from './SupportCode.tsx';

interface ProblemMessageProps {
  error: unknown;
  /** Offered as "Try again". */
  onRetry?: (() => void) | undefined;
  retrying?: boolean;
  /** Other ways on. */
  children?: ReactNode;
}

/** The app has to be installed, or installed again, before anything works. */
const unconnected: ReadonlySet<string> = new Set(['store_not_connected', 'reconnect_store']);

/** What happened, what to do, "Try again" (by itself where the answer says when), and a code to read out to support. */
export function ProblemMessage({
  error,
  onRetry,
  retrying = false,
  children,
}: ProblemMessageProps) {
  const { t } = useTranslation();
  const { installUrl } = useHost();
  const problem = error instanceof ProblemError ? error : null;
  const code = problemWords(error);
  const waitable = waitableProblem(error);
  return (
    <div className={classes.problem} role="alert">
      <p className={classes.title}>{t(`problems.${code}.title`)}</p>
      <p>{t(`problems.${code}.advice`)}</p>
      {waitable === null ? null : (
        <p>
          <RetryCountdown error={waitable} onOver={onRetry} />
        </p>
      )}
      <div className={classes.actions}>
        {onRetry ? (
          <Button onClick={onRetry} busy={retrying}>
            {t('actions.tryAgain')}
          </Button>
        ) : null}
        {unconnected.has(problem?.code ?? '') && installUrl !== null ? (
          <a className={buttonClass('filled')} href={installUrl} target="_blank" rel="noreferrer">
            {t('actions.install')}
          </a>
        ) : null}
        {children}
      </div>
      <SupportCode requestId={problem?.requestId ?? ''} />
    </div>
  );
}
