import { createContext, useContext, useSyncExternalStore } from 'react';
import type { SessionHolder, SessionState } from './session.ts';

export const SessionContext = createContext<SessionHolder | null>(null);

export function useSession(): SessionState {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside of a SessionContext');
  return useSyncExternalStore(session.subscribe, session.get, session.get);
}
