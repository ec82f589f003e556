import pLimit from 'p-limit';
import type { Logger } from 'pino';
import { watchClock } from '../../runtime/clockWatch.ts';
import type { SetTimer } from '../../runtime/timer.ts';
import { clampNotBefore, listQueuesWithWork } from '../../storage/deliveryQueue.ts';
import { createDeadClaims } from './deadClaims.ts';
import { createQueueLeases, type QueueLeaseDeps } from './queueLeases.ts';
import { createSender, type SenderDeps } from './sender.ts';
import { type ActivitySharingDeps, createActivitySharing } from './shareActivity.ts';
import { createStoreWorker, type StoreWorker, type StoreWorkerDeps } from './storeWorker.ts';

/** Between two looks at the queues: another process may have queued something, or died, or the clock may have jumped. */
const pollMs = 1000;

/** Of a process's ten database connections, so that people's requests always find one. */
const storesAtOnce = 3;

/** Sends what is queued, and never a delivery twice by itself. */
export interface Dispatcher {
  /** Call once at the start. Deliveries left in `sending` by a dead process become `unconfirmed`. */
  start(): Promise<void>;
  /** Something was queued or resumed: look now. */
  wake(): void;
  /** Resolves when nothing that is due is left to send. */
  idle(): Promise<void>;
  /** Claims no more, waits for the calls in flight, and releases the queues. */
  stop(): Promise<void>;
}

export interface DispatcherDeps
  extends Omit<SenderDeps, 'log'>,
    QueueLeaseDeps,
    ActivitySharingDeps {
  rateLimiter: QueueLeaseDeps['rateLimiter'] &
    ActivitySharingDeps['rateLimiter'] &
    StoreWorkerDeps['rateLimiter'];
  setTimer: SetTimer;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Each store has a worker of its own, so that none waits for another; one timer serves all of them. */
export function createDispatcher(deps: DispatcherDeps): Dispatcher {
  const { database, now, log } = deps;
  const leases = createQueueLeases(deps);
  const send = createSender(deps);
  const shareActivity = createActivitySharing(deps);
  const limit = pLimit(storesAtOnce);
  const workers = new Map<number, StoreWorker>();
  const clockSetBackMs = watchClock(now);
  let polling: Promise<void> | null = null;
  let pollAgain = false;
  let nextPollAt = 0;
  let isStopped = false;
  let cancelTimer = () => {};

  function workerOf(storeId: number): StoreWorker {
    const known = workers.get(storeId);
    if (known !== undefined) return known;
    const worker = createStoreWorker({ ...deps, leases, send, limit, onRun: setTimer }, storeId);
    workers.set(storeId, worker);
    return worker;
  }

  const endDeadClaims = createDeadClaims({
    ...deps,
    isOwn: (claim) => workers.get(claim.store_id)?.owns(claim) ?? false,
  });

  async function interruptDead(): Promise<void> {
    const dead = await endDeadClaims();
    if (dead > 0) log.warn({ dead }, 'deliveries of a dead process are unconfirmed');
  }

  /** Times from before the clock went back lie too far ahead. */
  async function resetClock(backMs: number): Promise<void> {
    log.warn({ backMs }, 'the system clock went back');
    leases.reset();
    for (const worker of workers.values()) worker.run();
    await clampNotBefore(database, now());
  }

  async function poll(): Promise<void> {
    const backMs = clockSetBackMs();
    if (backMs > 0) await resetClock(backMs);
    await interruptDead();
    const queues = await listQueuesWithWork(database);
    await shareActivity(queues);
    if (isStopped) return;
    let next = now() + pollMs;
    for (const { storeId, due } of leases.update(queues)) {
      if (due <= now()) workerOf(storeId).run();
      else next = Math.min(next, due);
    }
    nextPollAt = next;
  }

  function wake(): void {
    if (isStopped) return;
    if (polling !== null) {
      pollAgain = true;
      return;
    }
    nextPollAt = now() + pollMs;
    polling = poll()
      .catch((error: unknown) => {
        log.error({ err: error }, 'the queues could not be read');
      })
      .then(() => {
        polling = null;
        if (pollAgain) {
          pollAgain = false;
          wake();
        } else {
          setTimer();
        }
      });
  }

  function onTimer(): void {
    for (const worker of workers.values()) if (worker.nextRunAt() <= now()) worker.run();
    if (nextPollAt <= now() || nextPollAt > now() + pollMs) wake();
    setTimer();
  }

  function setTimer(): void {
    for (const [storeId, worker] of workers) if (worker.isIdle()) workers.delete(storeId);
    cancelTimer();
    if (isStopped) return;
    const next = Math.min(nextPollAt, ...[...workers.values()].map((one) => one.nextRunAt()));
    cancelTimer = deps.setTimer(onTimer, Math.min(pollMs, Math.max(0, next - now())));
  }

  async function idle(): Promise<void> {
    const busy = () => [...workers.values()].filter((worker) => worker.isBusy());
    while (polling !== null || busy().length > 0) {
      await Promise.all([polling, ...busy().map((worker) => worker.settled())]);
    }
  }

  return {
    async start() {
      await interruptDead();
      wake();
    },
    wake,
    idle,
    async stop() {
      isStopped = true;
      cancelTimer();
      for (const worker of workers.values()) worker.close();
      await idle();
    },
  };
}
