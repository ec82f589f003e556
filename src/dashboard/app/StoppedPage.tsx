import { useEffect } from 'react';
import { isProblem, ProblemError } from '../api/ProblemError.ts';
import { Button } from '../components/Button.tsx';
import { FullPage } from '../components/FullPage.tsx';
import { ProblemMessage } from '../components/ProblemMessage.tsx';
import type { EmbeddedHost } from '../host/embeddedHost.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';

/** Why the dashboard can't go on in Salla's frame. `silent`: its host did not answer. */
export type Stopped = { why: 'silent' } | { why: 'refused'; error: unknown };

interface StoppedPageProps {
  stopped: Stopped;
  host: EmbeddedHost;
}

/** What happened, what to do, and the two ways on: asking Salla once more, or leaving. */
export function StoppedPage({ stopped, host }: StoppedPageProps) {
  const { t } = useTranslation();
  // The host's overlay lifts so that this can be read; a host that never answered has no ears for it.
  useEffect(() => {
    if (stopped.why !== 'silent') host.ready();
  }, [host, stopped]);

  if (stopped.why === 'silent') {
    return (
      <main>
        <FullPage title={t('host.silentTitle')} sentence={t('host.silentSentence')} />
      </main>
    );
  }
  const { error } = stopped;
  const refused =
    error === null || isProblem(error, 'token_rejected') || isProblem(error, 'unauthenticated');
  const leave = (
    <Button variant="quiet" onClick={host.leave}>
      {t('actions.leave')}
    </Button>
  );
  if (!refused) {
    return (
      <main>
        <ProblemMessage error={error} onRetry={host.renewNow}>
          {leave}
        </ProblemMessage>
      </main>
    );
  }
  return (
    <main>
      <FullPage
        title={t('host.refusedTitle')}
        sentence={t('host.refusedSentence')}
        requestId={error instanceof ProblemError ? error.requestId : ''}
      >
        <Button onClick={host.renewNow}>{t('actions.tryAgain')}</Button>
        {leave}
      </FullPage>
    </main>
  );
}
