import type { Logger } from 'pino';
import { watchClock } from '../../runtime/clockWatch.ts';
import type { SetTimer } from '../../runtime/timer.ts';
import { findWaitingQueues } from '../../storage/storeQueues.ts';
import { atMost } from './atMost.ts';
import { clampNotBefore } from './clampNotBefore.ts';
import { createDeadClaims } from './deadClaims.ts';
import { createQueueLeases, type QueueLeaseDeps } from './queueLeases.ts';
import { createSender, type SenderDeps } from './sender.ts';
import { type ActivitySharingDeps, createActivitySharing } from './shareActivity.ts';
import { createStoreWorker, type StoreWorker } from './storeWorker.ts';

/** Between two looks at the outbox: another process may have queued something, or died, or the clock may have been set. */
const lookEveryMs = 1000;

/** However many stores have work, people's requests find the database free. */
const storesAtOnce = 3;

/** Sends what is queued, and never one of them twice by itself. */
export interface Dispatcher {
  /** Call once at the start: what a process that is gone left as `sending` becomes `unconfirmed`. */
  start(): Promise<void>;
  /** Something was queued, or may go on: look now. */
  wake(): void;
  /** When nothing that is due is left to send. */
  idle(): Promise<void>;
  /** Claims no more, waits for the calls in flight, and hands the queues on. */
  stop(): Promise<void>;
}

export interface DispatcherDeps
  extends Omit<SenderDeps, 'log'>,
    QueueLeaseDeps,
    ActivitySharingDeps {
  pace: QueueLeaseDeps['pace'] &
    ActivitySharingDeps['pace'] &
    Parameters<typeof createStoreWorker>[0]['pace'];
  setTimer: SetTimer;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Each store has a pump of its own, so that none waits for another; one alarm rings for all of them. */
export function createDispatcher(parts: DispatcherDeps): Dispatcher {
  const { database, now, log } = parts;
  const leases = createQueueLeases(parts);
  const send = createSender(parts);
  const tellOwners = createActivitySharing(parts);
  const inTurn = atMost(storesAtOnce);
  const pumps = new Map<number, StoreWorker>();
  const setBackMs = watchClock(now);
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let lookAt = 0;
  let stopped = false;
  let callOff = () => {};

  function pumpOf(storeId: number): StoreWorker {
    const known = pumps.get(storeId);
    if (known !== undefined) return known;
    const pump = createStoreWorker(
      { ...parts, leases, send, inTurn, turned: setNextAlarm },
      storeId,
    );
    pumps.set(storeId, pump);
    return pump;
  }

  const releaseDead = createDeadClaims({
    ...parts,
    isOwn: (claim) => pumps.get(claim.store_id)?.isAt(claim) ?? false,
  });

  async function release(): Promise<void> {
    const dead = await releaseDead();
    if (dead > 0) log.warn({ dead }, 'deliveries whose outcome was lost are unconfirmed');
  }

  /** What was noted by the clock before would lie too far ahead. */
  async function startAfresh(backMs: number): Promise<void> {
    log.warn({ backMs }, 'the clock was set back');
    leases.startAfresh();
    for (const pump of pumps.values()) pump.turn();
    await clampNotBefore(database, now());
  }

  async function look(): Promise<void> {
    const backMs = setBackMs();
    if (backMs > 0) await startAfresh(backMs);
    await release();
    const waiting = await findWaitingQueues(database);
    await tellOwners(waiting);
    if (stopped) return;
    let next = now() + lookEveryMs;
    for (const { storeId, due } of leases.see(waiting)) {
      if (due <= now()) pumpOf(storeId).turn();
      else next = Math.min(next, due);
    }
    lookAt = next;
  }

  function wake(): void {
    if (stopped) return;
    if (looking !== null) {
      lookAgain = true;
      return;
    }
    lookAt = now() + lookEveryMs;
    looking = look()
      .catch((error: unknown) => {
        log.error({ err: error }, 'the outbox could not be read');
      })
      .then(() => {
        looking = null;
        if (lookAgain) {
          lookAgain = false;
          wake();
        } else {
          setNextAlarm();
        }
      });
  }

  function ring(): void {
    for (const pump of pumps.values()) if (pump.at() <= now()) pump.turn();
    if (lookAt <= now() || lookAt > now() + lookEveryMs) wake();
    setNextAlarm();
  }

  function setNextAlarm(): void {
    for (const [storeId, pump] of pumps) if (pump.isAtRest()) pumps.delete(storeId);
    callOff();
    if (stopped) return;
    const next = Math.min(lookAt, ...[...pumps.values()].map((pump) => pump.at()));
    callOff = parts.setTimer(ring, Math.min(lookEveryMs, Math.max(0, next - now())));
  }

  async function idle(): Promise<void> {
    const busy = () => [...pumps.values()].filter((pump) => pump.isBusy());
    while (looking !== null || busy().length > 0) {
      await Promise.all([looking, ...busy().map((pump) => pump.settled())]);
    }
  }

  return {
    async start() {
      await release();
      wake();
    },
    wake,
    idle,
    async stop() {
      stopped = true;
      callOff();
      for (const pump of pumps.values()) pump.close();
      await idle();
    },
  };
}
