import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { ProblemError, waitableProblem } from '../lib/ProblemError.ts';
import { problemWords } from '../lib/problemWords.ts';
import { Button } from './Button.tsx';
import { Isolate } from './Isolate.tsx';
import classes from './ProblemMessage.module.css';
import { RetryCountdown } from './RetryCountdown.tsx';

interface ProblemMessageProps {
  error: unknown;
  /** Offered as "Try again". */
  onRetry?: (() => void) | undefined;
  retrying?: boolean;
  /** Other ways on. */
  children?: ReactNode;
}

/** What happened, what to do, "Try again" (by itself where the answer says when), and the request id to read out to support. */
export function ProblemMessage({
  error,
  onRetry,
  retrying = false,
  children,
}: ProblemMessageProps) {
  const { t } = useTranslation();
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
        {children}
      </div>
      {problem?.requestId ? (
        <p className={classes.request}>
          <Isolate>{t('requestId', { requestId: problem.requestId })}</Isolate>
        </p>
      ) : null}
    </div>
  );
}
