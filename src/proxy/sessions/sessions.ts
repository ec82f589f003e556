import type { Database } from '../storage/database.ts';
import {
  deleteSession,
  findSession,
  insertSession,
  type SessionStart,
} from '../storage/sessions.ts';
import { findStore, lockStoreRow } from '../storage/stores.ts';
import type { Session } from './session.ts';
import type { SignedTokens } from './signedTokens.ts';

/** Longest that a session lasts, in a tab and in the frame. */
export const sessionLifeMs = 12 * 60 * 60 * 1000;

/** Opens, finds and ends sessions. A token stands for a session as long as its row is there. */
export interface Sessions {
  /** Null where the store is not connected. */
  open(start: Omit<SessionStart, 'id'>): Promise<{ session: Session; token: string } | null>;
  /** Null where the token is not ours, the session has ended, or its store is no longer connected. */
  find(token: string): Promise<Session | null>;
  isOpen(sessionId: string): Promise<boolean>;
  end(sessionId: string): Promise<void>;
}

export interface SessionsDeps {
  database: Database;
  signedTokens: SignedTokens;
  now: () => number;
  randomId: () => string;
}

export function createSessions({ database, signedTokens, now, randomId }: SessionsDeps): Sessions {
  return {
    async open(start) {
      const id = randomId();
      // Whole seconds, as the token's own end, so that both end as one.
      const latest = Math.min(start.expiresAt, now() + sessionLifeMs);
      const expiresAt = Math.ceil(latest / 1000) * 1000;
      const session = await database.transaction().execute(async (transaction) => {
        // An uninstall that came meanwhile ends this session like the others.
        await lockStoreRow(transaction, start.storeId);
        const store = await findStore(transaction, start.storeId);
        if (store === null || store.connection === 'none') return null;
        await insertSession(transaction, { ...start, id, expiresAt });
        return findSession(transaction, id, now());
      });
      if (session === null) return null;
      return { session, token: await signedTokens.sign('session', { id }, expiresAt) };
    },
    async find(token) {
      const claims = await signedTokens.read('session', token);
      return claims?.id === undefined ? null : findSession(database, claims.id, now());
    },
    isOpen: async (sessionId) => (await findSession(database, sessionId, now())) !== null,
    end: (sessionId) => deleteSession(database, sessionId),
  };
}
