import type { Logger } from 'pino';
import type { SallaClient, SendOutcome } from '../salla/client.ts';
import type { Pace, Permit } from '../salla/pace.ts';
import type { Wait } from '../salla/wait.ts';
import type { Database } from '../storage/database.ts';
import type { DeliveryRow } from '../storage/deliveries.ts';
import type { SetAlarm } from './alarm.ts';
import { claimNext, findNextDue, giveBack, releaseDead, settle } from './claims.ts';

/** Few at once, for the store's rate limit is shared with everything else that uses its token. */
const inFlightPerStore = 3;
const inFlight = 24;

/** Longest between two looks at the outbox: another process may have queued something, or died. */
const longestSleepMs = 30_000;

/** Until the outbox is looked at again where it could not be read. */
const retryLookMs = 1000;

/** Between the tries to write down what came of a send. */
const settlePausesMs = [200, 1000, 3000];

/** Sends what is queued, and never one of them twice by itself. */
export interface Dispatcher {
  /** Call once at the start: what a process that is gone left as `sending` becomes `unconfirmed`. */
  start(): Promise<void>;
  /** Something was queued: look now. */
  wake(): void;
  /** When nothing that is due is left to send. */
  idle(): Promise<void>;
  /** Claims no more, and waits for the calls in flight. */
  stop(): Promise<void>;
}

export interface DispatcherParts {
  database: Database;
  salla: Pick<SallaClient, 'sendInvoice'>;
  pace: Pick<Pace, 'away' | 'take'>;
  now: () => number;
  setAlarm: SetAlarm;
  wait: Wait;
  /** This process among several, as `ownerName` has it. */
  owner: string;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Told the state that each call to Salla ended in. */
  counted: (state: DeliveryRow['state']) => void;
}

export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { database, now, owner, log } = parts;
  const sending = new Map<string, { storeId: number; done: Promise<void> }>();
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let stopped = false;
  let callOff = () => {};

  function busyStores(): number[] {
    const perStore = new Map<number, number>();
    for (const { storeId } of sending.values()) {
      perStore.set(storeId, (perStore.get(storeId) ?? 0) + 1);
    }
    return [...perStore].filter(([, count]) => count >= inFlightPerStore).map(([id]) => id);
  }

  /** Nothing of theirs is claimed: what can't be asked for now is no attempt. */
  function passedOver(): number[] {
    return [...busyStores(), ...parts.pace.away().map(({ storeId }) => storeId)];
  }

  async function release(): Promise<void> {
    const dead = await releaseDead(database, { owner, sending: [...sending.keys()], now: now() });
    if (dead > 0) log.warn({ dead }, 'deliveries whose outcome was lost are unconfirmed');
  }

  async function look(): Promise<void> {
    await release();
    let looked = now();
    while (!stopped && sending.size < inFlight) {
      looked = now();
      const row = await claimNext(database, { owner, now: looked, passedOver: passedOver() });
      if (row === null) break;
      // Another of its calls may have been told to stay away since.
      const permit = parts.pace.take(row.store_id, row.bulk === 1 ? 'bulk' : 'interactive');
      if ('waitMs' in permit) {
        await giveBack(database, row);
        continue;
      }
      const done = send(row, permit).finally(() => {
        sending.delete(row.id);
        wake();
      });
      sending.set(row.id, { storeId: row.store_id, done });
    }
    const turns = parts.pace.away().map(({ until }) => until);
    const due = await findNextDue(database, passedOver());
    // What was due at that look and is not sending waits for an answer in flight, which wakes.
    const next = Math.min(due === null || due <= looked ? Infinity : due, ...turns);
    if (!stopped) sleep(next - now());
  }

  async function send(row: DeliveryRow, permit: Permit): Promise<void> {
    const about = { delivery: row.id, storeId: row.store_id, orderId: row.order_id };
    try {
      const outcome = await ask(row, permit);
      const state = await keep(row, outcome);
      if (state !== null) parts.counted(state);
      log.info({ ...about, attempt: row.attempts, ...outcome, message: undefined }, 'delivery');
    } catch (error) {
      log.error({ ...about, err: error }, 'a delivery’s outcome could not be kept');
    }
  }

  /** The outcome is known nowhere else, so a write that fails is tried again. */
  async function keep(row: DeliveryRow, outcome: SendOutcome) {
    for (const pauseMs of settlePausesMs) {
      try {
        return await settle(database, row, outcome, now());
      } catch (error) {
        log.warn({ delivery: row.id, err: error }, 'a delivery’s outcome waits to be kept');
        await parts.wait(pauseMs);
      }
    }
    return settle(database, row, outcome, now());
  }

  /** An error of ours may come after the request left: that is not known, and said so. */
  async function ask(row: DeliveryRow, permit: Permit): Promise<SendOutcome> {
    try {
      return await parts.salla.sendInvoice(row.store_id, row.order_id, permit);
    } catch (error) {
      log.error({ delivery: row.id, err: error }, 'sending failed unexpectedly');
      return { outcome: 'unconfirmed', reason: 'interrupted', message: null };
    }
  }

  function sleep(ms: number): void {
    callOff();
    callOff = parts.setAlarm(wake, Math.min(longestSleepMs, Math.max(0, ms)));
  }

  function wake(): void {
    if (stopped) return;
    if (looking !== null) {
      lookAgain = true;
      return;
    }
    looking = look()
      .catch((error: unknown) => {
        log.error({ err: error }, 'the outbox could not be read');
        sleep(retryLookMs);
      })
      .finally(() => {
        looking = null;
        if (!lookAgain) return;
        lookAgain = false;
        wake();
      });
  }

  async function settled(): Promise<void> {
    while (looking !== null || sending.size > 0) {
      await Promise.all([looking, ...[...sending.values()].map(({ done }) => done)]);
    }
  }

  return {
    async start() {
      await release();
      wake();
    },
    wake,
    idle: settled,
    async stop() {
      stopped = true;
      callOff();
      await settled();
    },
  };
}
