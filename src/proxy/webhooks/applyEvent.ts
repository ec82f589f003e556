import type { Logger } from 'pino';
import type { Accounts } from '../salla/accounts.ts';
import { SallaFailure } from '../salla/failure.ts';
import { readTokenPair } from '../salla/tokenPair.ts';
import type { TokenPair, TokenVault } from '../salla/tokens.ts';
import type { Database } from '../storage/database.ts';
import { rememberStaff } from '../storage/staff.ts';
import { rememberStore, removeStore } from '../storage/stores.ts';
import {
  findInstallation,
  keepReceipt,
  noteInstallation,
  wasReceived,
} from '../storage/webhooks.ts';
import type { WebhookEvent } from './event.ts';

export interface ApplyEventParts {
  database: Database;
  vault: Pick<TokenVault, 'save'>;
  accounts: Pick<Accounts, 'userInfo'>;
  now: () => number;
  log: Pick<Logger, 'info' | 'warn'>;
}

/** `late`: something newer is known already. `unusable`: an authorization without tokens. */
type Applied = 'applied' | 'repeated' | 'late' | 'unusable' | 'not_ours';

/** Does what an event asks for. Events can come twice, and out of order; `bodyHash` is what identifies a delivery. */
export async function applyEvent(
  parts: ApplyEventParts,
  event: WebhookEvent,
  bodyHash: string,
): Promise<Applied> {
  switch (event.event) {
    case 'app.store.authorize': {
      if (await wasReceived(parts.database, bodyHash)) return 'repeated';
      const applied = await authorize(parts, event);
      await keepReceipt(parts.database, bodyHash, parts.now());
      return applied;
    }
    case 'app.uninstalled':
      return uninstall(parts, event);
    default:
      return 'not_ours';
  }
}

async function authorize(parts: ApplyEventParts, event: WebhookEvent): Promise<Applied> {
  const { database, vault, now } = parts;
  const { storeId, createdAt } = event;
  const pair = readTokenPair(event.data, now());
  if (pair === null) return 'unusable';
  const known = await findInstallation(database, storeId);
  if (isBefore(createdAt, known.uninstalledAt)) return 'late';
  // Tokens that end sooner are older ones, unless the event itself is known to be newer.
  const isOld = known.installedAt === null || createdAt === null || createdAt < known.installedAt;
  if (isOld && known.expiresAt !== null && pair.expiresAt < known.expiresAt) return 'late';
  await vault.save(storeId, pair);
  await noteInstallation(database, storeId, {
    installed_at: Math.max(createdAt ?? 0, known.installedAt ?? 0) || null,
  });
  await learnNames(parts, storeId, pair);
  return 'applied';
}

async function uninstall(parts: ApplyEventParts, event: WebhookEvent): Promise<Applied> {
  const { database, now } = parts;
  const { storeId, createdAt } = event;
  const { installedAt } = await findInstallation(database, storeId);
  if (isBefore(createdAt, installedAt)) return 'late';
  await database.transaction().execute(async (transaction) => {
    await removeStore(transaction, storeId);
    await noteInstallation(transaction, storeId, { uninstalled_at: createdAt ?? now() });
  });
  return 'applied';
}

/** The store's and the owner's names are good to have; the tokens are what counts. */
async function learnNames(
  { database, accounts, now, log }: ApplyEventParts,
  storeId: number,
  pair: TokenPair,
): Promise<void> {
  try {
    const { user, store } = await accounts.userInfo(pair.accessToken);
    if (store.id !== storeId) {
      log.warn({ storeId, told: store.id }, 'the tokens of an install belong to another store');
      return;
    }
    await rememberStore(database, { ...store, at: now() });
    await rememberStaff(database, storeId, user);
  } catch (error) {
    if (!(error instanceof SallaFailure)) throw error;
    log.warn(
      { storeId, code: error.code },
      'Salla did not tell the names of a store and its owner',
    );
  }
}

function isBefore(instant: number | null, other: number | null): boolean {
  return instant !== null && other !== null && instant < other;
}
