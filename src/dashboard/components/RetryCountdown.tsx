import { useEffect, useEffectEvent, useState } from 'react';
import type { ProblemError } from '../api/ProblemError.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

interface RetryCountdownProps {
  /** One that says when to try again (`retryAt`). */
  error: ProblemError;
  /** Called once when that time has come and the page is seen; left out where a person has to decide. */
  onOver?: (() => void) | undefined;
}

const lookEveryMs = 250;

/**
 * Counts down to when it is worth trying again. Stands in a live region, so screen readers are told the seconds once:
 * what changes every second is hidden from them.
 */
export function RetryCountdown({ error, onOver }: RetryCountdownProps) {
  const { t } = useTranslation();
  const { retryAt, retryAfterSeconds } = error;
  const announced = retryAfterSeconds ?? 0;
  const [left, setLeft] = useState(announced);
  const over = useEffectEvent(() => onOver?.());
  useEffect(() => {
    if (retryAt === null) return;
    const look = () => {
      const seconds = Math.max(0, Math.ceil((retryAt - performance.now()) / 1000));
      setLeft(seconds);
      // Tabs that nobody looks at wait, so that those who do are answered first.
      if (seconds > 0 || document.hidden) return;
      clearInterval(timer);
      over();
    };
    const timer = setInterval(look, lookEveryMs);
    look();
    return () => clearInterval(timer);
  }, [retryAt]);
  const words = onOver === undefined ? 'retryIn' : 'retriesIn';
  return (
    <>
      <span aria-hidden="true">{t(words, { count: left })}</span>
      <VisuallyHidden>{t(words, { count: announced })}</VisuallyHidden>
    </>
  );
}
