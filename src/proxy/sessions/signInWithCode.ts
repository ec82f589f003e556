import { SallaFailure } from '../salla/client/failure.ts';
import type { Accounts } from '../salla/oauth/accounts.ts';
import type { TokenVault } from '../salla/oauth/tokenVault.ts';
import type { Database } from '../storage/database.ts';
import { retryWrite } from '../storage/retryWrite.ts';
import { upsertStaff } from '../storage/staff.ts';
import { upsertStore } from '../storage/stores.ts';
import {
  findInstallation,
  latest,
  lockInstallation,
  upsertInstallation,
} from '../storage/webhooks.ts';
import { type Sessions, sessionLifeMs } from './sessions.ts';

export interface SignInDeps {
  accounts: Pick<Accounts, 'exchangeCode' | 'userInfo'>;
  vault: Pick<TokenVault, 'save'>;
  sessions: Sessions;
  database: Database;
  now: () => number;
}

/**
 * How long a database that fails is tried again, for a code is good once. After that the person signs in again, which
 * brings another code and other tokens: nothing is lost but the sign-in.
 */
const retryForMs = 20_000;

/** Exchanges the code, keeps the store's tokens, and opens a session of the person whose code it was. Throws SallaFailure. */
export async function signInWithCode(
  { accounts, vault, sessions, database, now }: SignInDeps,
  code: string,
  redirectUri: string,
): Promise<string> {
  const pair = await accounts.exchangeCode(code, redirectUri);
  const { user, store } = await accounts.userInfo(pair.accessToken);
  const signedInAt = now();
  const connect = async () => {
    await database.transaction().execute(async (transaction) => {
      await lockInstallation(transaction, store.id);
      await vault.save(store.id, pair, transaction);
      await upsertStore(transaction, { ...store, at: signedInAt });
      await upsertStaff(transaction, store.id, user);
      // An uninstall that was made before this must not undo it. Salla's events tell whole seconds.
      const { installedAt } = await findInstallation(transaction, store.id);
      const at = Math.floor(signedInAt / 1000) * 1000;
      await upsertInstallation(transaction, store.id, { installed_at: latest(installedAt, at) });
    });
    return sessions.open({
      storeId: store.id,
      userId: user.id,
      from: 'tab',
      expiresAt: signedInAt + sessionLifeMs,
    });
  };
  const opened = await retryWrite(connect, AbortSignal.timeout(retryForMs));
  if (opened === null) throw new SallaFailure('store_not_connected');
  return opened.token;
}
