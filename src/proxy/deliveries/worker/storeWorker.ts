import type { Logger } from 'pino';
import type { RateLimiter } from '../../salla/rateLimit/rateLimiter.ts';
import type { Permit } from '../../salla/rateLimit/types.ts';
import type { Database } from '../../storage/database.ts';
import { updateBackoff } from '../../storage/queueStates.ts';
import type { Limit } from './atMost.ts';
import { createCircuitBreaker, type OpenCircuit } from './circuitBreaker.ts';
import { type Claimed, claimNext, findNext, releaseClaim } from './claims.ts';
import type { QueueLeases } from './queueLeases.ts';
import type { Send } from './sender.ts';

/** Few at once, so that a kill leaves few to ask about. */
const inFlight = 5;
/** One place is kept free of bulk: who waits for a single one doesn't wait for others' calls that hang. */
const bulkInFlight = 4;

/** Until the queue is looked at again where it could not be read. */
const retryMs = 1000;

export interface StoreWorkerDeps {
  database: Database;
  leases: QueueLeases;
  pace: Pick<RateLimiter, 'take'>;
  send: Send;
  /** Whose turn it is at the database, of all stores. */
  inTurn: Limit;
  owner: string;
  /** Epoch ms. */
  now: () => number;
  log: Pick<Logger, 'error'>;
  /** Told when a turn ended. */
  turned: () => void;
}

type ClaimName = Pick<Claimed, 'id' | 'claim'>;

const keyOf = ({ id, claim }: ClaimName) => `${id} ${claim}`;

/** Sends what waits in one store's queue, as long as this process has the queue. */
export interface StoreWorker {
  /** Sends what may leave now. */
  turn(): void;
  /** When it wants its next turn, epoch ms. */
  at(): number;
  /** It is at a turn, or has calls in flight. */
  isBusy(): boolean;
  /** It isn't, and wants no other turn. */
  isAtRest(): boolean;
  /** It is at that claim, or is making one that may be it. */
  isAt(claim: ClaimName): boolean;
  /** When its turn and its calls in flight have ended. */
  settled(): Promise<void>;
  /** Claims no more. */
  close(): void;
}

export function createStoreWorker(parts: StoreWorkerDeps, storeId: number): StoreWorker {
  const { database, leases, pace, owner, now } = parts;
  const trouble = createCircuitBreaker(now);
  const sending = new Map<string, Promise<void>>();
  let isClaiming = false;
  let turning: Promise<void> | null = null;
  let again = false;
  let closing = false;
  let at = Number.POSITIVE_INFINITY;
  // What the row says from before is not known.
  let told: OpenCircuit | null | undefined;

  const isBusy = () => turning !== null || sending.size > 0;

  /** For people who ask how far the queue is, at whatever process. */
  async function tellTrouble(met: OpenCircuit | null): Promise<void> {
    if (told !== undefined && met?.until === told?.until) return;
    told = met;
    await updateBackoff(database, { storeId, owner, trouble: met }).catch((error: unknown) => {
      parts.log.error({ storeId, err: error }, 'why a store’s queue waits could not be noted');
    });
  }

  function begin(claimed: Claimed, permit: Permit): void {
    const sent = parts.send(claimed, permit).then(async (outcome) => {
      trouble.learn(outcome);
      await tellTrouble(trouble.current());
      sending.delete(keyOf(claimed));
      turn();
    });
    sending.set(keyOf(claimed), sent);
  }

  async function claimAndSend(wanted: Parameters<typeof claimNext>[1], permit: Permit) {
    try {
      const claimed = await claimNext(database, wanted);
      // Where the database took its time another process may have the queue by now.
      if (claimed !== null && leases.isHeld(storeId)) return begin(claimed, permit);
      permit.giveBack();
      if (claimed === null) return;
      await database.transaction().execute((back) => releaseClaim(back, claimed, now()));
    } catch (error) {
      permit.giveBack();
      throw error;
    }
  }

  /** Claims and sends until it has to wait; answers until when, epoch ms. */
  async function sendAll(): Promise<number> {
    while (!closing && (await leases.hold(storeId))) {
      const renewAt = leases.renewAt(storeId);
      const met = trouble.current();
      if (sending.size >= (met === null ? inFlight : 1)) return renewAt;
      if (met !== null && met.until > now()) return Math.min(renewAt, met.until);
      const bulkToo = sending.size < bulkInFlight;
      const urgency = await findNext(database, { storeId, owner, now: now(), bulkToo });
      if (urgency === null) break;
      const permit = pace.take(storeId, urgency);
      if ('waitMs' in permit) return Math.min(renewAt, now() + permit.waitMs);
      const wanted = { storeId, owner, now: now(), bulkToo: urgency === 'bulk' };
      isClaiming = true;
      await claimAndSend(wanted, permit).finally(() => {
        isClaiming = false;
      });
    }
    // What is out when this process stops is safe by its claim: the next owner need not wait for that.
    if (sending.size > 0 && !closing) return leases.renewAt(storeId);
    // What is asked for next begins afresh.
    if (told) await tellTrouble(null);
    await leases.release(storeId);
    return Number.POSITIVE_INFINITY;
  }

  function turn(): void {
    if (turning !== null) {
      again = true;
      return;
    }
    at = Number.POSITIVE_INFINITY;
    turning = parts
      .inTurn(sendAll)
      .catch((error: unknown) => {
        parts.log.error({ storeId, err: error }, 'a store’s queue could not be read');
        return now() + retryMs;
      })
      .then((next) => {
        at = next;
        turning = null;
        if (again) {
          again = false;
          turn();
        } else {
          parts.turned();
        }
      });
  }

  return {
    turn,
    at: () => at,
    isBusy,
    isAtRest: () => !isBusy() && (closing || at === Number.POSITIVE_INFINITY),
    isAt: (claim) => isClaiming || sending.has(keyOf(claim)),
    async settled() {
      while (isBusy()) {
        await Promise.all([turning, ...sending.values()]);
      }
    },
    close() {
      closing = true;
      turn();
    },
  };
}
