import type { Wait } from '../../runtime/wait.ts';
import { SallaFailure } from '../client/failure.ts';
import type { Blocked, Permit, Urgency } from './types.ts';

/** How long somebody is ready to wait, and until when it matters to him. */
export interface Patience {
  ms: number;
  signal?: AbortSignal | undefined;
}

interface Waiter {
  urgency: Urgency;
  /** Epoch ms. */
  until: number;
  go(permit: Permit): void;
  leave(reason: unknown): void;
}

const ranks: Record<Urgency, number> = {
  browsing: 0,
  interactive: 1,
  finishing: 2,
  bulk: 3,
  background: 4,
};

/** The clock may be set back meanwhile. */
const longestSleepMs = 1000;

/** Those who wait for one store's bucket: the more urgent first, then in order of coming. */
export function createWaitQueue(
  take: (urgency: Urgency) => Permit | Blocked,
  { now, wait }: { now: () => number; wait: Wait },
) {
  let line: Waiter[] = [];
  let alarm = new AbortController();

  const isBefore = (urgency: Urgency) => (other: Waiter) => ranks[other.urgency] <= ranks[urgency];

  /** How long the one with so many before him has to wait. */
  function expected({ waitMs, eachMs, openAt }: Blocked, before: number): number {
    return Math.min(waitMs + before * eachMs, Math.max(waitMs, openAt - now()));
  }

  function sleep(ms: number): void {
    alarm.abort();
    alarm = new AbortController();
    const { signal } = alarm;
    wait(ms, signal).then(look, (error: unknown) => {
      // Called off: whoever did so sleeps anew.
      if (!signal.aborted) throw error;
    });
  }

  /** Lets go whoever may, and sends away whoever has waited long enough; answers why the first of the others can't go yet. */
  function look(): Blocked | null {
    for (let first = line[0]; first !== undefined; first = line[0]) {
      const taken = take(first.urgency);
      if (!('waitMs' in taken)) {
        line.shift();
        first.go(taken);
        continue;
      }
      const at = now();
      for (const [before, waiter] of line.entries()) {
        if (waiter.until <= at) waiter.leave(tooBusy(taken, expected(taken, before)));
      }
      line = line.filter(({ until }) => until > at);
      if (line[0] !== first) continue;
      sleep(Math.min(longestSleepMs, taken.waitMs, ...line.map(({ until }) => until - at)));
      return taken;
    }
    alarm.abort();
    return null;
  }

  /** As `take`, behind those who wait already. */
  function takeBehind(urgency: Urgency): Permit | Blocked {
    const blocked = look();
    const before = line.filter(isBefore(urgency)).length;
    if (blocked === null || before === 0) return take(urgency);
    return { ...blocked, waitMs: expected(blocked, before) };
  }

  function queue(urgency: Urgency, { ms, signal }: Patience): Promise<Permit> {
    const { promise, resolve, reject } = Promise.withResolvers<Permit>();
    const onAbort = () => {
      line = line.filter((other) => other !== waiter);
      reject(signal?.reason);
    };
    const settled = () => signal?.removeEventListener('abort', onAbort);
    const waiter: Waiter = {
      urgency,
      until: now() + ms,
      go: (permit) => {
        settled();
        resolve(permit);
      },
      leave: (failure) => {
        settled();
        reject(failure);
      },
    };
    signal?.addEventListener('abort', onAbort);
    line.splice(line.filter(isBefore(urgency)).length, 0, waiter);
    look();
    return promise;
  }

  return {
    isEmpty: () => line.length === 0,
    look,
    takeBehind,
    /** Waits for its turn. Throws `rate_limited` where that is not within `ms`, and the signal's reason once it is aborted. */
    async wait(urgency: Urgency, patience: Patience): Promise<Permit> {
      patience.signal?.throwIfAborted();
      const taken = takeBehind(urgency);
      if (!('waitMs' in taken)) return taken;
      if (taken.waitMs > patience.ms) throw tooBusy(taken, taken.waitMs);
      return queue(urgency, patience);
    },
  };
}

function tooBusy({ reason }: Blocked, ms: number): SallaFailure {
  return new SallaFailure('rate_limited', {
    reason,
    retryAfterSeconds: Math.max(1, Math.ceil(ms / 1000)),
  });
}
