import type { Accounts } from '../salla/accounts.ts';
import { SallaFailure } from '../salla/failure.ts';
import type { TokenVault } from '../salla/tokens.ts';
import type { Database } from '../storage/database.ts';
import { rememberStaff } from '../storage/staff.ts';
import { rememberStore } from '../storage/stores.ts';
import { type Sessions, sessionLifeMs } from './sessions.ts';

export interface SignInParts {
  accounts: Pick<Accounts, 'exchangeCode' | 'userInfo'>;
  vault: Pick<TokenVault, 'save'>;
  sessions: Sessions;
  database: Database;
  now: () => number;
}

/** Exchanges the code, keeps the store's tokens, and opens a session of the person whose code it was. Throws SallaFailure. */
export async function signInWithCode(
  { accounts, vault, sessions, database, now }: SignInParts,
  code: string,
  redirectUri: string,
): Promise<string> {
  const pair = await accounts.exchangeCode(code, redirectUri);
  const { user, store } = await accounts.userInfo(pair.accessToken);
  await vault.save(store.id, pair);
  await rememberStore(database, { ...store, at: now() });
  await rememberStaff(database, store.id, user);
  const opened = await sessions.open({
    storeId: store.id,
    userId: user.id,
    from: 'tab',
    expiresAt: now() + sessionLifeMs,
  });
  if (opened === null) throw new SallaFailure('store_not_connected');
  return opened.token;
}
