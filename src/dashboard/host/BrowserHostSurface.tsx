import { useEffect, useSyncExternalStore } from 'react';
import { PlainNotice } from '../components/PlainNotice.tsx';
import type { BrowserHost, Notice, Question } from './browserHost.ts';
import { lazyPart, loadPart } from './lazyPart.tsx';

interface NoticeProps {
  notice: Notice;
  onClosed: () => void;
}

const HostNotice = lazyPart<NoticeProps>({
  load: async () => (await loadPart(() => import('./HostNotice.tsx'))).HostNotice,
  // It may say what became of a sending: it is said in any case, and the page stays.
  failed: ({ notice, onClosed }) => (
    <PlainNotice onDismiss={onClosed}>{notice.message}</PlainNotice>
  ),
  onFailure: 'stay',
});

const HostQuestion = lazyPart<{ question: Question }>({
  load: async () => (await loadPart(() => import('./HostQuestion.tsx'))).HostQuestion,
  failed: UnaskedQuestion,
  onFailure: 'press_again',
});

/** Toasts and questions of a tab. Their code (MUI) comes with the first one, or while nothing else is to be done. */
export function BrowserHostSurface({ host }: { host: BrowserHost }) {
  const { notice, question } = host;
  const shown = useSyncExternalStore(notice.subscribe, notice.get, notice.get);
  const asked = useSyncExternalStore(question.subscribe, question.get, question.get);
  return (
    <>
      {asked ? <HostQuestion question={asked} /> : null}
      {shown ? (
        <HostNotice key={shown.id} notice={shown} onClosed={() => notice.set(null)} />
      ) : null}
    </>
  );
}

/** Nobody could say yes to a question that could not be drawn; the page says that a part of it is missing. */
function UnaskedQuestion({ question }: { question: Question }) {
  useEffect(() => question.answer(false), [question]);
  return null;
}

/** Fetches ahead what draws toasts and questions. */
export async function prepareHostSurface(): Promise<void> {
  await HostQuestion.preload();
  await HostNotice.preload();
}
