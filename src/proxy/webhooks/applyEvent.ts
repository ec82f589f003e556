import type { Logger } from 'pino';
import type { Accounts } from '../salla/oauth/accounts.ts';
import { parseTokenPair } from '../salla/oauth/tokenPair.ts';
import type { TokenPair } from '../salla/oauth/tokenTypes.ts';
import type { TokenVault } from '../salla/oauth/tokenVault.ts';
import type { Database } from '../storage/database.ts';
import { deleteStoreData } from '../storage/deleteStoreData.ts';
import type { StoreEvent } from '../storage/schema.ts';
import {
  findInstallation,
  type Installation,
  insertReceipt,
  latest,
  lockInstallation,
  upsertInstallation,
  wasReceived,
} from '../storage/webhooks.ts';
import type { WebhookEvent } from './event.ts';
import { handleInvoiceCreated } from './insertCreatedInvoice.ts';
import { updateNames } from './updateNames.ts';

export interface ApplyEventDeps {
  database: Database;
  vault: Pick<TokenVault, 'save' | 'markRevoked'>;
  accounts: Pick<Accounts, 'userInfo'>;
  now: () => number;
  log: Pick<Logger, 'info' | 'warn'>;
}

/** `late`: something newer is known already. `unusable`: a store or tokens are missing. */
type Applied = 'applied' | 'repeated' | 'late' | 'unusable' | 'not_ours';

/** An install or an uninstall. Instants in epoch ms, whole seconds. */
interface Delivery {
  storeId: number;
  /** As Salla dated it; null where it didn't. */
  createdAt: number | null;
  arrivedAt: number;
  bodyHash: string;
  data: unknown;
}

/**
 * Does what an event asks for, once: `bodyHash` is what identifies a delivery.
 *
 * Events arrive in any order: what their dates say counts. An event without a date is as new as its arrival, and so is
 * one dated ahead of our clock for whatever follows it. Of an install and an uninstall of the same second the install
 * counts, whichever arrives first: nobody uninstalls within a second of installing, and tokens that are forgotten
 * come back only with a reinstall, while Salla refuses those of a store that was kept by mistake.
 */
export async function applyEvent(
  parts: ApplyEventDeps,
  event: WebhookEvent,
  bodyHash: string,
): Promise<Applied> {
  const { event: name, storeId, createdAt, data } = event;
  if (!isStoreEvent(name) && name !== 'invoice.created') return 'not_ours';
  if (storeId === null) {
    parts.log.warn({ event: name }, 'a webhook names no store: nothing was done');
    return 'unusable';
  }
  if (name === 'invoice.created') return handleInvoiceCreated(parts, { storeId, createdAt, data });
  const arrivedAt = Math.floor(parts.now() / 1000) * 1000;
  const delivery = { storeId, createdAt, arrivedAt, bodyHash, data };
  return name === 'app.store.authorize' ? authorize(parts, delivery) : uninstall(parts, delivery);
}

function isStoreEvent(event: string): event is StoreEvent {
  return event === 'app.store.authorize' || event === 'app.uninstalled';
}

async function authorize(parts: ApplyEventDeps, delivery: Delivery): Promise<Applied> {
  const { database, vault, now, log } = parts;
  const { storeId, createdAt, arrivedAt, bodyHash } = delivery;
  const at = Math.min(createdAt ?? arrivedAt, arrivedAt);
  const pair = parseTokenPair(delivery.data, at);
  if (pair === null) {
    log.warn({ storeId }, 'an install brought no tokens: the store has to install the app again');
    return 'unusable';
  }
  // What is known is read and what follows from it is written as one, for events come side by side.
  const saved = await database.transaction().execute(async (transaction) => {
    await lockInstallation(transaction, storeId);
    if (await wasReceived(transaction, bodyHash)) return 'repeated';
    await insertReceipt(transaction, { bodyHash, event: 'app.store.authorize', now: now() });
    const known = await findInstallation(transaction, storeId);
    if (isLate(delivery, pair, known)) return 'late';
    const pairId = await vault.save(storeId, pair, transaction);
    await upsertInstallation(transaction, storeId, { installed_at: latest(at, known.installedAt) });
    return { pairId };
  });
  if (typeof saved === 'string') return saved;
  await updateNames(parts, storeId, { ...pair, id: saved.pairId });
  return 'applied';
}

function isLate({ createdAt }: Delivery, pair: TokenPair, known: Installation): boolean {
  if (isBefore(createdAt, known.uninstalledAt) || isBefore(createdAt, known.installedAt)) {
    return true;
  }
  if (isBefore(known.installedAt, createdAt)) return false;
  // The dates don't tell which is newer: tokens that end sooner are older, unless those that are kept are of no use.
  const { tokens } = known;
  return tokens !== null && !tokens.isRevoked && pair.expiresAt < tokens.expiresAt;
}

async function uninstall(
  { database, now }: ApplyEventDeps,
  { storeId, createdAt, arrivedAt, bodyHash }: Delivery,
): Promise<Applied> {
  return database.transaction().execute(async (transaction) => {
    await lockInstallation(transaction, storeId);
    if (await wasReceived(transaction, bodyHash)) return 'repeated';
    await insertReceipt(transaction, { bodyHash, event: 'app.uninstalled', now: now() });
    const known = await findInstallation(transaction, storeId);
    const { installedAt } = known;
    if (installedAt !== null && (createdAt ?? arrivedAt) <= installedAt) return 'late';
    await deleteStoreData(transaction, storeId);
    // Only a date that can be right may keep installs away.
    const uninstalledAt = createdAt !== null && createdAt <= arrivedAt ? createdAt : null;
    await upsertInstallation(transaction, storeId, {
      uninstalled_at: latest(uninstalledAt, known.uninstalledAt),
      data_deleted_at: now(),
    });
    return 'applied';
  });
}

function isBefore(instant: number | null, other: number | null): boolean {
  return instant !== null && other !== null && instant < other;
}
