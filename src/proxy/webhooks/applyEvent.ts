import type { Logger } from 'pino';
import type { Accounts } from '../salla/accounts.ts';
import { readTokenPair } from '../salla/tokenPair.ts';
import type { TokenPair, TokenVault } from '../salla/tokens.ts';
import type { Database } from '../storage/database.ts';
import { forgetStore } from '../storage/forgetStore.ts';
import {
  findInstallation,
  type Installation,
  keepReceipt,
  latest,
  lockInstallation,
  noteInstallation,
  wasReceived,
} from '../storage/webhooks.ts';
import type { WebhookEvent } from './event.ts';
import { learnNames } from './learnNames.ts';
import { noteCreatedInvoice } from './noteCreatedInvoice.ts';

export interface ApplyEventParts {
  database: Database;
  vault: Pick<TokenVault, 'save' | 'markRevoked'>;
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
    case 'app.store.authorize':
      return authorize(parts, event, bodyHash);
    case 'app.uninstalled':
      return uninstall(parts, event, bodyHash);
    case 'invoice.created':
      return noteCreatedInvoice(parts, event);
    default:
      return 'not_ours';
  }
}

async function authorize(
  parts: ApplyEventParts,
  event: WebhookEvent,
  bodyHash: string,
): Promise<Applied> {
  const { database, vault, now, log } = parts;
  const { storeId, createdAt } = event;
  const pair = readTokenPair(event.data, now());
  if (pair === null) {
    log.warn({ storeId }, 'an install brought no tokens: the store has to install the app again');
    return 'unusable';
  }
  // What is known is read and what follows from it is written as one, for events come side by side.
  const saved = await database.transaction().execute(async (transaction) => {
    await lockInstallation(transaction, storeId);
    if (await wasReceived(transaction, bodyHash)) return 'repeated';
    await keepReceipt(transaction, bodyHash, now());
    const known = await findInstallation(transaction, storeId);
    if (isLate(createdAt, pair, known)) return 'late';
    const pairId = await vault.save(storeId, pair, transaction);
    const installedAt = latest(createdAt, known.installedAt);
    const noted = { installed_at: installedAt, uninstalled_by: null };
    await noteInstallation(transaction, storeId, noted);
    return { pairId };
  });
  if (typeof saved === 'string') return saved;
  await learnNames(parts, storeId, { ...pair, id: saved.pairId });
  return 'applied';
}

function isLate(createdAt: number | null, pair: TokenPair, known: Installation): boolean {
  if (isBefore(createdAt, known.uninstalledAt)) return true;
  // Tokens that end sooner are older ones, unless the event itself is known to be newer.
  const isOld = known.installedAt === null || createdAt === null || createdAt < known.installedAt;
  return isOld && isBefore(pair.expiresAt, known.expiresAt);
}

async function uninstall(
  { database, now }: ApplyEventParts,
  { storeId, createdAt }: WebhookEvent,
  bodyHash: string,
): Promise<Applied> {
  return database.transaction().execute(async (transaction) => {
    await lockInstallation(transaction, storeId);
    const known = await findInstallation(transaction, storeId);
    if (known.uninstalledBy === bodyHash) return 'repeated';
    if (isBefore(createdAt, known.installedAt)) return 'late';
    await forgetStore(transaction, storeId);
    const uninstalledAt = latest(createdAt ?? now(), known.uninstalledAt);
    const noted = { uninstalled_at: uninstalledAt, uninstalled_by: bodyHash };
    await noteInstallation(transaction, storeId, noted);
    return 'applied';
  });
}

function isBefore(instant: number | null, other: number | null): boolean {
  return instant !== null && other !== null && instant < other;
}
