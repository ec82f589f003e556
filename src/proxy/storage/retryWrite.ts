import { setTimeout as after } from 'node:timers/promises';

const pauseMs = 500;

/**
 * Runs `write` again until it succeeds: for what can't be asked for a second time, over a database that is locked, full
 * or gone for a while. It may have succeeded though its answer was lost. Throws the last error once `signal` is aborted.
 */
export async function retryWrite<T>(write: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      // Real time: how often is tried says nothing of what is written.
      await after(pauseMs, undefined, { signal }).catch(() => {
        throw error;
      });
    }
  }
}
