import { ProblemError } from '../api/ProblemError.ts';
import { problemWords } from '../api/problemWords.ts';
import { useHost } from '../host/Host.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';

/** Says in a toast what went wrong with something a person did, after `first`; what is no problem of the API is thrown on. */
export function useProblemToast(): (error: unknown, first?: string) => void {
  const host = useHost();
  const { t } = useTranslation('common');
  return (error, first) => {
    if (!(error instanceof ProblemError)) throw error;
    const { code, problem } = error;
    // The page itself asks to sign in again.
    if (code === 'unauthenticated') return;
    // These two are made here and say nothing for people.
    const own = code === 'offline' || code === 'internal' ? problemWords(error) : null;
    const message = own
      ? `${t(`problems.${own}.title`)}. ${t(`problems.${own}.advice`)}`
      : problem.detail;
    const wait =
      error.retryAfterSeconds === null ? null : t('retryIn', { count: error.retryAfterSeconds });
    const said = [first, message, wait].filter((part) => part != null).join(' ');
    // A conflict is no failure: what was asked for has been overtaken.
    host.toast(code === 'conflict' ? 'info' : 'error', said);
  };
}
