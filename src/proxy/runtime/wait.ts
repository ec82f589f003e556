import { setTimeout as after } from 'node:timers/promises';

/** Lets `ms` pass; rejects as soon as the signal is aborted. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

export const wait: Wait = (ms, signal) =>
  after(ms, undefined, signal === undefined ? {} : { signal });
