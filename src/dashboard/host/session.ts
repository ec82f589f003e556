import type { Session } from '../../contract/session.ts';
import type { Watched } from './Host.ts';
import { watched } from './watched.ts';

export type SessionState =
  | { state: 'open'; session: Pick<Session, 'store' | 'user'> }
  /** `ended`: there was one, and it was refused. */
  | { state: 'none' | 'ended' };

export interface SessionHolder extends Watched<SessionState> {
  open(session: Pick<Session, 'store' | 'user'>): void;
  end(): void;
}

/** Who is signed in, held in memory alone. */
export function createSession(session: Pick<Session, 'store' | 'user'> | null): SessionHolder {
  const value = watched<SessionState>(
    session === null ? { state: 'none' } : { state: 'open', session },
  );
  return {
    get: value.get,
    subscribe: value.subscribe,
    open: (opened) => value.set({ state: 'open', session: opened }),
    end: () => value.set({ state: 'ended' }),
  };
}
