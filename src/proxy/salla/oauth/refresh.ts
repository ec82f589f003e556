import { setTimeout as after } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Wait } from '../../runtime/wait.ts';
import type { Database } from '../../storage/database.ts';
import type { Sealing } from '../../storage/sealing.ts';
import { stopQueue } from '../../storage/storeQueues.ts';
import {
  claimRefresh,
  endRefresh,
  findStoreTokens,
  type StoreTokensRow,
} from '../../storage/storeTokens.ts';
import { SallaFailure, UnreadableTokens } from '../client/failure.ts';
import type { Accounts, RefreshOutcome } from './accounts.ts';
import { openAccess, openRefresh, sealPair } from './sealedPair.ts';
import type { AccessToken } from './tokenTypes.ts';
import type { UnsavedTokens } from './unsavedTokens.ts';

/** Longer than a call to Salla can last, so that a lease only ends by itself when its owner is gone. */
const leaseMs = 60_000;
/** How long, and how often, a call looks whether another process has finished its refresh. */
const patienceMs = 10_000;
const pollMs = 50;
/** How often a call that waits for Salla's answer looks whether an install has brought another pair meanwhile. */
const watchMs = 250;
/** After a refresh whose answer is lost. By then it can't be on its way any more. */
const restMs = 120_000;
/**
 * Before a refresh that another process left is repeated: a process that could not write its new pair for want of the
 * database tries every half second, or waits 5 s for a connection, and must be faster.
 */
const leftMs = 10_000;
/** Between tries to refresh ahead of expiry while Salla's accounts are down. */
const pauseMs = 60_000;

export interface RefreshDeps {
  database: Database;
  sealing: Sealing;
  accounts: Pick<Accounts, 'refresh'>;
  now: () => number;
  wait: Wait;
  randomId: () => string;
  log: Pick<Logger, 'warn' | 'error'>;
  unwritten: UnsavedTokens;
  /** Refreshes whose answer is still to come, or to be dealt with. */
  underWay: Set<Promise<unknown>>;
}

export interface UsableTokens {
  row: StoreTokensRow;
  accessToken: string;
  /** Whether the database has them, not this process's memory alone. */
  isWritten: boolean;
}

/** A store's tokens that can be used. Throws SallaFailure `store_not_connected` or `reconnect_store`, and `UnreadableTokens`. */
export async function usableTokens(parts: RefreshDeps, storeId: number): Promise<UsableTokens> {
  const written = await findStoreTokens(parts.database, storeId);
  if (written === null) throw new SallaFailure('store_not_connected');
  const unwritten = parts.unwritten.inPlaceOf(written);
  const row = unwritten ?? written;
  if (row.revoked === 1) throw ofNoUse(row);
  const accessToken = openAccess(parts.sealing, row);
  if (accessToken !== null) return { row, accessToken, isWritten: unwritten === null };
  parts.log.error({ storeId }, "the store's tokens were sealed under another SECRET_KEY");
  throw new UnreadableTokens();
}

function ofNoUse({ pair_id: refusedPairId }: StoreTokensRow): SallaFailure {
  return new SallaFailure('reconnect_store', { refusedPairId });
}

/**
 * A newer access token than `usedToken`, by a refresh unless somebody has one already. Over every process
 * on this database one refresh runs at a time: a refresh token used twice revokes the whole chain (Salla: OAuth 2.0).
 *
 * Where a refresh left and its answer was lost, the refresh token rests for two minutes: the lost call may still be
 * on its way, and would arrive as the second use. Then it is tried once more. That can't do harm: the only
 * chain it could revoke is one whose tokens nobody holds.
 */
export async function refreshTokens(
  parts: RefreshDeps,
  storeId: number,
  usedToken: string,
): Promise<AccessToken> {
  const { database, now, wait } = parts;
  const giveUpAt = now() + patienceMs;
  for (;;) {
    const { row, accessToken, isWritten } = await usableTokens(parts, storeId);
    if (accessToken !== usedToken) return { token: accessToken, pairId: row.pair_id };
    const refreshToken = openRefresh(parts.sealing, row);
    if (refreshToken === null) {
      await stopFor(database, row);
      throw ofNoUse(row);
    }
    // The database says who may refresh, so a pair that isn't written can't be refreshed.
    if (row.lease_until > now() || !isWritten) {
      if (now() >= giveUpAt) throw notBefore(row.lease_until, now());
      await wait(pollMs);
      continue;
    }
    const restedAt = row.refresh_sent_at === null ? 0 : row.refresh_sent_at + restMs;
    if (restedAt > now()) throw notBefore(restedAt, now());
    const owner = parts.randomId();
    const lease = { owner, now: now(), until: now() + leaseMs };
    if (!(await claimRefresh(database, row, lease))) continue;
    const wasLeft = row.lease_owner !== null;
    if (wasLeft) await wait(leftMs);
    if (wasLeft && (await isReplaced(database, row))) continue;
    const kept = await ask(parts, row, owner, refreshToken);
    if (kept !== null) return kept;
  }
}

async function isReplaced(database: Database, row: StoreTokensRow): Promise<boolean> {
  const current = await findStoreTokens(database, row.store_id);
  return current?.pair_id !== row.pair_id || current.revoked === 1;
}

/** Refreshes; null as soon as something else stands in the row's place. The answer is dealt with even where nobody waits for it any more. */
async function ask(
  parts: RefreshDeps,
  row: StoreTokensRow,
  owner: string,
  refreshToken: string,
): Promise<AccessToken | null> {
  const { accounts, underWay } = parts;
  const kept = accounts.refresh(refreshToken).then((result) => keep(parts, row, owner, result));
  underWay.add(kept);
  const ended = () => underWay.delete(kept);
  kept.then(ended, ended);
  const isOver = new AbortController();
  try {
    return await Promise.race([kept, untilReplaced(parts.database, row, isOver.signal)]);
  } finally {
    isOver.abort();
  }
}

/** Looks in real time, for it decides nothing by the time that has passed. */
async function untilReplaced(
  database: Database,
  row: StoreTokensRow,
  signal: AbortSignal,
): Promise<null> {
  for (;;) {
    try {
      await after(watchMs, undefined, { signal });
    } catch {
      // The refresh is over: nobody waits for this.
      return null;
    }
    // Where the database fails meanwhile, the refresh may still end well.
    if (await isReplaced(database, row).catch(() => false)) return null;
  }
}

/** Salla refuses the pair, and there is nothing to mend it with: what is queued waits from now on, not from its next send. */
async function stopFor(database: Database, row: StoreTokensRow): Promise<void> {
  await database
    .transaction()
    .execute((transaction) => stopQueue(transaction, row.store_id, row.pair_id));
}

function notBefore(at: number, nowMs: number): SallaFailure {
  return new SallaFailure('salla_unavailable', {
    retryAfterSeconds: Math.max(1, Math.ceil((at - nowMs) / 1000)),
  });
}

/**
 * Writes what came of a refresh; a new pair that the database doesn't take is used from memory until it does. Where the
 * row has moved on meanwhile, by a new install, what stands there counts, and the answer is null. Throws SallaFailure where
 * there is no new pair.
 */
async function keep(
  parts: RefreshDeps,
  row: StoreTokensRow,
  owner: string,
  result: RefreshOutcome,
): Promise<AccessToken | null> {
  const { database, sealing, now, log } = parts;
  const storeId = row.store_id;
  const end = (changes: Parameters<typeof endRefresh>[3]) =>
    endRefresh(database, row, owner, changes);
  switch (result.outcome) {
    case 'refreshed': {
      const sealed = sealPair(sealing, storeId, parts.randomId(), result.pair, now());
      // A refresh that doesn't repeat the scope hasn't changed it (RFC 6749, 5.1).
      const scope = sealed.scope || row.scope;
      const isKept = await parts.unwritten.write(row, { ...sealed, scope });
      return isKept ? { token: result.pair.accessToken, pairId: sealed.pair_id } : null;
    }
    case 'revoked': {
      const isMarked = await database.transaction().execute(async (transaction) => {
        const changes = { revoked: 1, refresh_sent_at: null } as const;
        if (!(await endRefresh(transaction, row, owner, changes))) return false;
        await stopQueue(transaction, storeId, row.pair_id);
        return true;
      });
      if (!isMarked) return null;
      log.warn({ storeId }, "Salla revoked the store's tokens: it has to be connected again");
      throw ofNoUse(row);
    }
    case 'not_now':
      if (!(await end({ refresh_sent_at: row.refresh_sent_at, refresh_after: now() + pauseMs }))) {
        return null;
      }
      throw new SallaFailure('salla_unavailable');
    case 'lost':
      if (!(await end({}))) return null;
      log.error({ storeId }, "the answer to a refresh of the store's tokens is lost");
      throw new SallaFailure('salla_timeout');
  }
}
