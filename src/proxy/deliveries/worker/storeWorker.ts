import type { LimitFunction } from 'p-limit';
import type { Logger } from 'pino';
import type { RateLimiter } from '../../salla/rateLimit/rateLimiter.ts';
import type { Permit } from '../../salla/rateLimit/types.ts';
import type { Database } from '../../storage/database.ts';
import {
  type Claimed,
  claimNext,
  findNextUrgency,
  releaseClaim,
} from '../../storage/deliveryQueue.ts';
import { type Backoff, updateBackoff } from '../../storage/storeQueues.ts';
import { createCircuitBreaker } from './circuitBreaker.ts';
import type { QueueLeases } from './queueLeases.ts';
import type { Send } from './sender.ts';

/** Few at once: a killed process leaves few unconfirmed deliveries. */
const maximumInFlight = 5;
/** One place is kept free of bulk: a single resend doesn't wait for bulk calls that hang. */
const maximumBulkInFlight = 4;

/** Until the next run after the queue could not be read. */
const retryMs = 1000;

export interface StoreWorkerDeps {
  database: Database;
  leases: QueueLeases;
  rateLimiter: Pick<RateLimiter, 'take'>;
  send: Send;
  /** Limits how many stores use the database at once. */
  limit: LimitFunction;
  /** This process's name. */
  owner: string;
  /** Epoch ms. */
  now: () => number;
  log: Pick<Logger, 'error'>;
  /** Called after each run. */
  onRun: () => void;
}

type ClaimId = Pick<Claimed, 'id' | 'claim'>;

const keyOf = ({ id, claim }: ClaimId) => `${id} ${claim}`;

/** Sends one store's queued deliveries while this process holds the queue's lease. */
export interface StoreWorker {
  /** Sends what may be sent now. */
  run(): void;
  /** When it is to run next, epoch ms. */
  nextRunAt(): number;
  /** A run is under way, or calls are in flight. */
  isBusy(): boolean;
  /** Not busy, and no next run planned. */
  isIdle(): boolean;
  /** Whether it sends under that claim, or is making one that may be it. */
  owns(claim: ClaimId): boolean;
  /** Resolves when runs and calls in flight have ended. */
  settled(): Promise<void>;
  /** Claims no more. */
  close(): void;
}

export function createStoreWorker(deps: StoreWorkerDeps, storeId: number): StoreWorker {
  const { database, leases, rateLimiter, owner, now, log } = deps;
  const circuit = createCircuitBreaker(now);
  const inFlight = new Map<string, Promise<void>>();
  let isClaiming = false;
  let running: Promise<void> | null = null;
  let runAgain = false;
  let isClosing = false;
  let nextRunAt = Number.POSITIVE_INFINITY;
  // Undefined: what an earlier owner stored is unknown.
  let storedBackoff: Backoff | null | undefined;

  const isBusy = () => running !== null || inFlight.size > 0;

  /** For people who ask any process how far the queue is. */
  async function storeBackoff(backoff: Backoff | null): Promise<void> {
    if (storedBackoff !== undefined && backoff?.until === storedBackoff?.until) return;
    storedBackoff = backoff;
    await updateBackoff(database, { storeId, owner, backoff }).catch((error: unknown) => {
      log.error({ storeId, err: error }, "storing a queue's backoff failed");
    });
  }

  function begin(claimed: Claimed, permit: Permit): void {
    const sent = deps.send(claimed, permit).then(async (outcome) => {
      circuit.record(outcome);
      await storeBackoff(circuit.current());
      inFlight.delete(keyOf(claimed));
      run();
    });
    inFlight.set(keyOf(claimed), sent);
  }

  async function claimAndSend(request: Parameters<typeof claimNext>[1], permit: Permit) {
    try {
      const claimed = await claimNext(database, request);
      // If the database was slow, another process may own the queue by now.
      if (claimed !== null && leases.isHeld(storeId)) return begin(claimed, permit);
      permit.giveBack();
      if (claimed === null) return;
      await database
        .transaction()
        .execute((transaction) => releaseClaim(transaction, claimed, now()));
    } catch (error) {
      permit.giveBack();
      throw error;
    }
  }

  /** Claims and sends until it has to wait. Returns until when, epoch ms. */
  async function sendAll(): Promise<number> {
    while (!isClosing && (await leases.hold(storeId))) {
      const renewAt = leases.renewAt(storeId);
      const backoff = circuit.current();
      if (inFlight.size >= (backoff === null ? maximumInFlight : 1)) return renewAt;
      if (backoff !== null && backoff.until > now()) return Math.min(renewAt, backoff.until);
      const request = {
        storeId,
        owner,
        now: now(),
        includeBulk: inFlight.size < maximumBulkInFlight,
      };
      const urgency = await findNextUrgency(database, request);
      if (urgency === null) break;
      const permit = rateLimiter.take(storeId, urgency);
      if ('waitMs' in permit) return Math.min(renewAt, now() + permit.waitMs);
      isClaiming = true;
      const claim = { ...request, now: now(), includeBulk: urgency === 'bulk' };
      await claimAndSend(claim, permit).finally(() => {
        isClaiming = false;
      });
    }
    // When this process stops, calls in flight are protected by their claims: the next owner need not wait for them.
    if (inFlight.size > 0 && !isClosing) return leases.renewAt(storeId);
    // The next request starts with a closed circuit.
    if (storedBackoff) await storeBackoff(null);
    await leases.release(storeId);
    return Number.POSITIVE_INFINITY;
  }

  function run(): void {
    if (running !== null) {
      runAgain = true;
      return;
    }
    nextRunAt = Number.POSITIVE_INFINITY;
    running = deps
      .limit(sendAll)
      .catch((error: unknown) => {
        log.error({ storeId, err: error }, "a store's queue could not be read");
        return now() + retryMs;
      })
      .then((next) => {
        nextRunAt = next;
        running = null;
        if (runAgain) {
          runAgain = false;
          run();
        } else {
          deps.onRun();
        }
      });
  }

  return {
    run,
    nextRunAt: () => nextRunAt,
    isBusy,
    isIdle: () => !isBusy() && (isClosing || nextRunAt === Number.POSITIVE_INFINITY),
    owns: (claim) => isClaiming || inFlight.has(keyOf(claim)),
    async settled() {
      while (isBusy()) {
        await Promise.all([running, ...inFlight.values()]);
      }
    },
    close() {
      isClosing = true;
      run();
    },
  };
}
