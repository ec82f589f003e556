import { LRUCache } from 'lru-cache';
import { SallaFailure } from './failure.ts';
import type { ReadOptions } from './types.ts';

/** How old an answer may be to be given to somebody else. */
export const sharedForMs = 60_000;
/** A call that takes longer than this is not waited for by those who come now. */
const joinedWithinMs = 10_000;

/** What was read, and how long ago where that was for somebody else: 0 for an answer to this very question. */
export interface SharedRead<T> {
  value: T;
  ageSeconds: number;
}

export interface SharedReadOptions {
  /** For what a decision rests on: asks Salla, whatever is known. */
  fresh?: boolean | undefined;
  /** Ends this caller's wait, and the call once nobody waits for it any more. */
  signal?: AbortSignal | undefined;
}

/** One kind of read of Salla's API, shared by the people of a store and never by two stores. */
export interface SharedReads<Asked, T> {
  /**
   * Asks Salla, together with whoever asks the same at the same time. Where the store may not call now, or is crowded,
   * the last answer counts if it is at most `sharedForMs` old; where there is none, the call waits its turn. Throws
   * `SallaFailure`.
   */
  read(storeId: number, asked: Asked, wish?: SharedReadOptions): Promise<SharedRead<T>>;
  /** After a write: nothing that was read before it is given to anybody. */
  drop(storeId: number): void;
}

interface ShareDeps<Asked, T> {
  ask(storeId: number, asked: Asked, how: ReadOptions): Promise<T>;
  keyOf(asked: Asked): string | number;
  /** Roughly, in rows; `mostRows` are kept in all. */
  rowsOf(value: T): number;
  mostRows: number;
  /** Whether people have spent so much of the minute that they should look at each other's answers. */
  isCrowded(storeId: number): boolean;
  /** Epoch ms. */
  now: () => number;
}

interface Flight<T> {
  promise: Promise<T>;
  startedAt: number;
  /** It waits for its turn. */
  waits: boolean;
  join(signal: AbortSignal | undefined): Promise<T>;
}

export function shareReads<Asked, T extends object>(
  parts: ShareDeps<Asked, T>,
): SharedReads<Asked, T> {
  const { ask, keyOf, rowsOf, mostRows, isCrowded, now } = parts;
  const kept = new LRUCache<string, { value: T; at: number }>({
    maxSize: mostRows,
    sizeCalculation: ({ value }) => 1 + rowsOf(value),
  });
  const flights = new Map<string, Flight<T>>();

  /** The last answer, if it is not too old. */
  function keptFor(key: string): SharedRead<T> | null {
    const entry = kept.get(key);
    const ageMs = entry === undefined ? Number.NaN : now() - entry.at;
    // A clock that was set back makes an age of less than nothing.
    const isYoung = ageMs >= 0 && ageMs <= sharedForMs;
    if (entry === undefined || !isYoung) return null;
    return { value: entry.value, ageSeconds: Math.max(1, Math.round(ageMs / 1000)) };
  }

  function start(storeId: number, asked: Asked, key: string, waits: boolean): Flight<T> {
    const abort = new AbortController();
    const how = { signal: abort.signal, ...(waits ? {} : { patienceMs: 0 }) };
    const startedAt = now();
    const promise = ask(storeId, asked, how)
      .then((value) => {
        // What began before a write, or was overtaken, is its callers' alone.
        if (flights.get(key) === flight) kept.set(key, { value, at: now() });
        return value;
      })
      .finally(() => {
        if (flights.get(key) === flight) flights.delete(key);
      });
    const callOff = () => {
      // It may take seconds to end, waiting for a token: whoever asks meanwhile needs a call of his own.
      if (flights.get(key) === flight) flights.delete(key);
      abort.abort();
    };
    const flight: Flight<T> = { promise, startedAt, waits, join: joining(promise, callOff) };
    flights.set(key, flight);
    return flight;
  }

  function flightFor(storeId: number, asked: Asked, key: string, waits: boolean): Flight<T> {
    const running = flights.get(key);
    const isToBeJoined =
      running !== undefined &&
      now() - running.startedAt < joinedWithinMs &&
      (running.waits || !waits);
    return isToBeJoined ? running : start(storeId, asked, key, waits);
  }

  async function read(
    storeId: number,
    asked: Asked,
    wish: SharedReadOptions = {},
  ): Promise<SharedRead<T>> {
    const { fresh = false, signal } = wish;
    const key = `${storeId} ${keyOf(asked)}`;
    const before = fresh ? null : keptFor(key);
    if (before !== null && isCrowded(storeId)) return before;
    const flight = fresh
      ? start(storeId, asked, key, true)
      : flightFor(storeId, asked, key, before === null);
    try {
      return { value: await flight.join(signal), ageSeconds: 0 };
    } catch (error) {
      const isLimit = error instanceof SallaFailure && error.code === 'rate_limited';
      if (fresh || !isLimit) throw error;
      const last = keptFor(key);
      if (last !== null) return last;
      if (before === null) throw error;
      // It became too old, or a write dropped it, meanwhile.
      return read(storeId, asked, wish);
    }
  }

  return {
    read,
    drop(storeId) {
      const isOfStore = (key: string) => key.startsWith(`${storeId} `);
      for (const key of [...kept.keys()].filter(isOfStore)) kept.delete(key);
      for (const key of [...flights.keys()].filter(isOfStore)) flights.delete(key);
    },
  };
}

/** Waits for the call as one of several: it is called off when all of them have gone. Nobody reads what a wait ends in that was given up. */
function joining<T>(promise: Promise<T>, callOff: () => void): Flight<T>['join'] {
  let waiting = 0;
  // Those who have gone don't hear how it ends.
  promise.catch(() => {});
  return (signal) => {
    if (signal?.aborted) return Promise.reject(new SallaFailure('salla_unavailable'));
    waiting += 1;
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting -= 1;
        if (waiting === 0) callOff();
        reject(new SallaFailure('salla_unavailable'));
      };
      signal?.addEventListener('abort', leave, { once: true });
      promise.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
    });
  };
}
