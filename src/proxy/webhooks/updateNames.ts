import type { Logger } from 'pino';
import { SallaFailure } from '../salla/client/failure.ts';
import type { Accounts } from '../salla/oauth/accounts.ts';
import type { TokenVault } from '../salla/oauth/tokenVault.ts';
import type { Database } from '../storage/database.ts';
import { upsertStaff } from '../storage/staff.ts';
import { findStore, lockStoreRow, upsertStore } from '../storage/stores.ts';

/** Salla waits some 30 s for the answer to a webhook, and then sends it again. */
const patienceMs = 5000;

export interface LearnNamesDeps {
  database: Database;
  vault: Pick<TokenVault, 'markRevoked'>;
  accounts: Pick<Accounts, 'userInfo'>;
  now: () => number;
  log: Pick<Logger, 'warn'>;
}

/**
 * Asks Salla whose the tokens of an install are. The names are good to have; tokens that turn out to be
 * another store's are used no more.
 */
export async function updateNames(
  { database, vault, accounts, now, log }: LearnNamesDeps,
  storeId: number,
  pair: { id: string; accessToken: string },
): Promise<void> {
  try {
    const { user, store } = await accounts.userInfo(pair.accessToken, patienceMs);
    if (store.id !== storeId) {
      await vault.markRevoked(storeId, pair.id);
      log.warn({ storeId, told: store.id }, 'the tokens of an install belong to another store');
      return;
    }
    await database.transaction().execute(async (transaction) => {
      // An uninstall that came meanwhile is not undone for a name.
      await lockStoreRow(transaction, storeId);
      const known = await findStore(transaction, storeId);
      if (known === null || known.connection === 'none') return;
      await upsertStore(transaction, { ...store, at: now() });
      await upsertStaff(transaction, storeId, user);
    });
  } catch (error) {
    if (!(error instanceof SallaFailure)) throw error;
    log.warn(
      { storeId, code: error.code },
      'Salla did not tell the names of a store and its owner',
    );
  }
}
