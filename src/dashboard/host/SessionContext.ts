import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Session } from '../../contract/session.ts';
import type { SessionHolder, SessionState } from './session.ts';

export const SessionContext = createContext<SessionHolder | null>(null);

export function useSession(): SessionState {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside of a SessionContext');
  return useSyncExternalStore(session.subscribe, session.get, session.get);
}

/** Whose session it is, for what is drawn only while one is open. */
export function useOpenSession(): Pick<Session, 'store' | 'user'> {
  const current = useSession();
  if (current.state !== 'open') throw new Error('useOpenSession without a session');
  return current.session;
}
