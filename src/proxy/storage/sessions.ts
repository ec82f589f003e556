import type { Session } from '../sessions/session.ts';
import type { Database } from './database.ts';
import { type Given, prepare } from './prepare.ts';

export interface SessionStart {
  id: string;
  storeId: number;
  userId: number;
  from: 'tab' | 'embedded';
  expiresAt: number;
}

export async function insertSession(database: Database, session: SessionStart): Promise<void> {
  await database
    .insertInto('sessions')
    .values({
      id: session.id,
      store_id: session.storeId,
      user_id: session.userId,
      opened_from: session.from,
      expires_at: session.expiresAt,
    })
    .execute();
}

const openSession = prepare((database, given: Given<{ id: string; now: number }>) => {
  const id = given((asked) => asked.id);
  const now = given((asked) => asked.now);
  return database
    .selectFrom('sessions')
    .innerJoin('stores', 'stores.id', 'sessions.store_id')
    .innerJoin('store_tokens', 'store_tokens.store_id', 'sessions.store_id')
    .leftJoin('staff', (join) =>
      join
        .onRef('staff.store_id', '=', 'sessions.store_id')
        .onRef('staff.user_id', '=', 'sessions.user_id'),
    )
    .select([
      'sessions.store_id',
      'sessions.user_id',
      'sessions.opened_from',
      'sessions.expires_at',
      'stores.name as store_name',
      'store_tokens.scope',
      'staff.name as user_name',
    ])
    .where('sessions.id', '=', id)
    .where('sessions.expires_at', '>', now);
});

/** The session while it lasts (`now` in epoch ms) and its store is connected, with the names that are known. */
export async function findSession(
  database: Database,
  id: string,
  now: number,
): Promise<Session | null> {
  const [row] = await openSession(database, { id, now });
  if (row === undefined) return null;
  return {
    id,
    store: { id: row.store_id, name: row.store_name },
    user: { id: row.user_id, name: row.user_name },
    scopes: row.scope.split(' ').filter((scope) => scope !== ''),
    from: row.opened_from,
    expiresAt: row.expires_at,
  };
}

export async function deleteSession(database: Database, id: string): Promise<void> {
  await database.deleteFrom('sessions').where('id', '=', id).execute();
}

export async function deleteEndedSessions(database: Database, now: number): Promise<void> {
  await database.deleteFrom('sessions').where('expires_at', '<=', now).execute();
}
