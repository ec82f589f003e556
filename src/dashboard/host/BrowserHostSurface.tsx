import { lazy, Suspense, useSyncExternalStore } from 'react';
import type { BrowserHost } from './browserHost.ts';

const HostNotice = lazy(async () => ({
  default: (await import('./HostNotice.tsx')).HostNotice,
}));
const HostQuestion = lazy(async () => ({
  default: (await import('./HostQuestion.tsx')).HostQuestion,
}));

/** Toasts and questions of a tab. Their code (MUI) comes with the first one. */
export function BrowserHostSurface({ host }: { host: BrowserHost }) {
  const { notice, question } = host;
  const shown = useSyncExternalStore(notice.subscribe, notice.get, notice.get);
  const asked = useSyncExternalStore(question.subscribe, question.get, question.get);
  return (
    <Suspense fallback={null}>
      {asked ? <HostQuestion question={asked} /> : null}
      {shown ? (
        <HostNotice key={shown.id} notice={shown} onClosed={() => notice.set(null)} />
      ) : null}
    </Suspense>
  );
}
